import { syntheticTag } from '../../../bench/history/synthetic-tags.ts'
import { ByteBuffer } from '../../../src/history/export/byte-buffer.ts'
import { jsonWriter } from '../../../src/history/export/to-json.ts'
import { damageBytes, damageNames } from './damage-bytes.ts'
import { damageLine, damageText } from './damage-text.ts'
import type { Random } from './random.ts'

export interface ImportCase {
  seed: number
  way: 'import'
  /** Of a file that once was a JSON export. */
  bytes: Uint8Array
  /** The ids of the tags that the intact export holds. No other case has them. */
  ids: string[]
  /** What was done to it; empty for an intact export. */
  changes: string[]
}

const INTACT_SHARE = 0.06
/** Changes of the text are more telling: most damaged bytes only spoil a thumbnail. */
const TEXT_SHARE = 0.8

/**
 * Makes a damaged export of the history.
 * @param thumbnails picture files to choose from
 */
export function makeImportCase(seed: number, random: Random, thumbnails: Uint8Array<ArrayBuffer>[]): ImportCase {
  const tags = Array.from({ length: 1 + random.below(3) }, () => {
    const id = Buffer.from(random.bytes(32)).toString('hex')
    return { ...syntheticTag(random.below(1e6), thumbnails), id }
  })
  const [writer, out] = [jsonWriter(), new ByteBuffer()]
  writer.begin(out)
  writer.add(tags, out)
  writer.end(out)
  const ids = tags.map(({ id }) => id)
  let bytes: Uint8Array = Uint8Array.from(out.view())
  const changes: string[] = []
  if (random.chance(INTACT_SHARE)) return { seed, way: 'import', bytes, ids, changes }
  const text = new TextDecoder().decode(bytes)
  if (random.chance(TEXT_SHARE)) {
    const change = random.chance(0.6) ? damageLine(text, random) : damageText(text, random)
    changes.push(change.name)
    bytes = change.bytes
  }
  if (changes.length === 0 || random.chance(0.1)) {
    const damage = random.pick(damageNames)
    bytes = damageBytes(damage, bytes, random)
    changes.push(damage)
  }
  return { seed, way: 'import', bytes, ids, changes }
}
