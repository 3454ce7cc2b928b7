import type { Random } from './random.ts'

type Bytes = Uint8Array<ArrayBufferLike>

/** Most bytes that one step adds. */
const MAX_ADDED_BYTES = 4096

/** Ways to damage a file of any format. Each returns a new file and leaves the old one as it is. */
const damages = {
  flips: (bytes, random) => {
    const flipped = Uint8Array.from(bytes)
    // Mostly few: a decoder that meets the first fault seldom looks at what follows.
    const count = random.chance(0.7) ? 1 + random.below(4) : 1 + random.below(64)
    for (let i = 0; i < count; i++) {
      const at = random.below(bytes.length)
      flipped[at] = (flipped[at] ?? 0) ^ (1 << random.below(8))
    }
    return flipped
  },
  overwritten: (bytes, random) => {
    const changed = Uint8Array.from(bytes)
    // The first bytes say what follows.
    const start = random.chance(0.5) ? random.below(Math.min(64, bytes.length)) : random.below(bytes.length)
    const values = random.pick([[0], [0xff], [0x80], [0x7f, 0xff, 0xff, 0xff], [...random.bytes(8)]])
    changed.set(values.slice(0, bytes.length - start), start)
    return changed
  },
  cut: (bytes, random) => bytes.slice(0, random.below(bytes.length)),
  'cut by a few bytes': (bytes, random) => bytes.slice(0, Math.max(0, bytes.length - 1 - random.below(16))),
  beheaded: (bytes, random) => bytes.slice(random.below(Math.min(64, bytes.length))),
  hole: (bytes, random) => {
    const start = random.below(bytes.length)
    return join(bytes.subarray(0, start), bytes.subarray(start + random.below(256)))
  },
  zeroes: (bytes, random) => {
    const start = random.below(bytes.length)
    return Uint8Array.from(bytes).fill(0, start, start + random.below(512))
  },
  'repeated part': (bytes, random) => {
    const start = random.below(bytes.length)
    const end = start + random.below(MAX_ADDED_BYTES)
    return join(bytes.subarray(0, end), bytes.subarray(start))
  },
  'inserted garbage': (bytes, random) => {
    const at = random.below(bytes.length)
    return join(bytes.subarray(0, at), random.bytes(1 + random.below(64)), bytes.subarray(at))
  },
  'trailing garbage': (bytes, random) => join(bytes, random.bytes(1 + random.below(MAX_ADDED_BYTES))),
  'itself again': bytes => join(bytes, bytes),
  empty: () => new Uint8Array(),
} satisfies Record<string, (bytes: Bytes, random: Random) => Bytes>

export type Damage = keyof typeof damages

/** The names of the damages. */
export const damageNames = Object.keys(damages) as Damage[]

/** @param damage one of `damageNames`; an empty file stays as it is */
export function damageBytes(damage: Damage, bytes: Bytes, random: Random): Bytes {
  return bytes.length === 0 ? bytes : damages[damage](bytes, random)
}

/** The bytes of several files as one. */
export function join(...parts: Bytes[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat(parts))
}
