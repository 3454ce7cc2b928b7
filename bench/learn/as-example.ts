import type { Example } from '../../src/learning/example.ts'
import type { OwnKind, Said } from '../../src/learning/said.ts'
import type { SeenPicture } from './seen-pictures.ts'

let count = 0

/** The example that a person makes by saying what a picture shows. */
export function asExample(
  { fingerprint, embedding, logits, kinds, site }: SeenPicture,
  says: Said,
  network: string,
): Example {
  count++
  return { id: String(count), says, fingerprint, embedding, logits, kinds, network, site, taughtAt: count }
}

/** An own kind of this name. */
export function ownKindOf(name: string): OwnKind {
  return { id: name, name, colour: '#000000', isBadged: true, createdAt: 0 }
}
