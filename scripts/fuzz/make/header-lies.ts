import { crc32 } from 'node:zlib'
import type { Format } from './formats.ts'
import type { Random } from './random.ts'

/** Sides at which a decoder's arithmetic may overflow, and some that merely differ from the truth. */
const SIDES = [0, 1, 2, 95, 97, 255, 4096, 7071, 7072, 16_383, 20_000, 32_767, 65_535]
const LONG_SIDES = [...SIDES, 100_000, 0x7fffffff, 0x80000000, 0xffffffff]

/** Makes a file's header lie about its size or kind. A file whose header cannot be found stays as it is. */
const lies: Record<Format, (bytes: Buffer<ArrayBuffer>, random: Random) => Buffer<ArrayBuffer>> = {
  jpeg: (bytes, random) => {
    const frame = frameOf(bytes)
    if (frame === undefined) return bytes
    const choice = random.below(4)
    if (choice < 2) write(bytes, 'UInt16BE', frame + (choice === 0 ? 5 : 7), random.pick(SIDES))
    // Bits for each sample, number of components.
    else write(bytes, 'UInt8', frame + (choice === 2 ? 4 : 9), random.below(256))
    return bytes
  },
  png: (bytes, random) => {
    const choice = random.below(4)
    if (choice < 2) write(bytes, 'UInt32BE', choice === 0 ? 16 : 20, random.pick(LONG_SIDES))
    // Bit depth, colour type, interlacing.
    else write(bytes, 'UInt8', random.pick([24, 25, 28]), random.below(20))
    // A decoder that verifies checksums would look no further.
    if (random.chance(0.8) && bytes.length >= 33) bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29)
    return bytes
  },
  webp: (bytes, random) => {
    const kind = bytes.toString('latin1', 12, 16)
    if (random.chance(0.3)) write(bytes, 'UInt32LE', random.pick([4, 16]), random.pick(LONG_SIDES))
    else if (kind === 'VP8 ') write(bytes, 'UInt16LE', random.pick([26, 28]), random.pick(SIDES))
    else if (kind === 'VP8L') write(bytes, 'UInt32LE', 21, random.below(2 ** 32))
    else write(bytes, 'UInt32LE', random.pick([20, 24, 26]), random.pick(LONG_SIDES))
    return bytes
  },
  gif: (bytes, random) => {
    const first = bytes.indexOf(0x2c, 13)
    const at = random.pick(first < 0 ? [6, 8] : [6, 8, first + 1, first + 3, first + 5, first + 7])
    write(bytes, 'UInt16LE', at, random.pick(SIDES))
    return bytes
  },
  avif: (bytes, random) => {
    const size = bytes.indexOf('ispe')
    if (size >= 0) write(bytes, 'UInt32BE', size + random.pick([-4, 8, 12]), random.pick(LONG_SIDES))
    return bytes
  },
  ico: (bytes, random) => {
    const [at, width] = random.pick([
      [4, 16],
      [6, 16],
      [12, 16],
      [14, 32],
      [18, 32],
    ] as const)
    if (width === 16) write(bytes, 'UInt16LE', at, random.pick(SIDES))
    else write(bytes, 'UInt32LE', at, random.pick(LONG_SIDES))
    return bytes
  },
  svg: (bytes, random) => {
    const odd = [
      '0',
      '-5',
      '1e9',
      '99999999',
      '20000',
      '0.001',
      'NaN',
      '100%',
      '1e400',
      '',
      '9'.repeat(400),
      'calc(1/0)',
    ]
    const attribute = random.pick(['width', 'height', 'viewBox'])
    const value = attribute === 'viewBox' ? `0 0 ${random.pick(odd)} ${random.pick(odd)}` : random.pick(odd)
    return Buffer.from(bytes.toString().replace(new RegExp(` ${attribute}="[^"]*"`), ` ${attribute}="${value}"`))
  },
}

/** A copy of a file whose header says something untrue. */
export function lieInHeader(format: Format, bytes: Uint8Array, random: Random): Uint8Array {
  return lies[format](Buffer.from(Uint8Array.from(bytes).buffer), random)
}

/** Where a JPEG's first start-of-frame segment begins. */
function frameOf(bytes: Buffer): number | undefined {
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1] ?? 0
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return at
  }
  return undefined
}

type Width = 'UInt8' | 'UInt16BE' | 'UInt16LE' | 'UInt32BE' | 'UInt32LE'

/** Writes what fits into a file that may be too short. */
function write(bytes: Buffer, width: Width, at: number, value: number): void {
  const size = Number(/\d+/.exec(width)) / 8
  if (at + size <= bytes.length) bytes[`write${width}`](value % 2 ** (8 * size), at)
}
