/**
 * What a picture looks like, coarsely: the colour of each of its 32 × 32 blocks, as RGB bytes [32, 32, 3]. The same picture
 * keeps it when it is resized or encoded again.
 */
export type Fingerprint = Uint8Array<ArrayBuffer>

/** Blocks a side. */
const SIDE = 32
/** Has no divisor in common with the length, so that each value is met once. */
const STRIDE = 1001
/** Length of a fingerprint, bytes. */
export const FINGERPRINT_LENGTH = SIDE * SIDE * 3

/**
 * Limits of the same picture, measured on 4,147 photographs: half the size, twice the size, a thumbnail of 128 pixels and JPEG
 * of quality 40 stay below them 99 times in 100; of 8.6 million pairs of different pictures five do.
 */
const MAX_DIFFERENCE = 6
const MAX_RELATIVE_DIFFERENCE = 0.15

/**
 * @param pixels RGB bytes [side, side, 3], whose side is a multiple of 32: what the network sees
 * @throws RangeError if it is not
 */
export function fingerprintOf(pixels: Uint8Array): Fingerprint {
  const side = Math.sqrt(pixels.length / 3)
  const block = side / SIDE
  if (!Number.isInteger(block) || block === 0) throw new RangeError(`no square of blocks: ${pixels.length} bytes`)
  const sums = new Float64Array(FINGERPRINT_LENGTH)
  for (let y = 0, i = 0; y < side; y++) {
    const row = Math.floor(y / block) * SIDE
    for (let x = 0; x < side; x++) {
      const at = (row + Math.floor(x / block)) * 3
      for (let channel = 0; channel < 3; channel++) sums[at + channel] = (sums[at + channel] ?? 0) + (pixels[i++] ?? 0)
    }
  }
  return Uint8Array.from(sums, sum => Math.round(sum / (block * block)))
}

/** Whether two fingerprints are of the same picture, perhaps in other sizes or files. */
export function isSamePicture(one: Fingerprint, other: Fingerprint): boolean {
  let squares = 0
  // In strides, because the edges of most pictures are alike.
  for (let step = 0, i = 0; step < FINGERPRINT_LENGTH; step++, i = (i + STRIDE) % FINGERPRINT_LENGTH) {
    squares += ((one[i] ?? 0) - (other[i] ?? 0)) ** 2
    if (squares > MAX_DIFFERENCE ** 2 * FINGERPRINT_LENGTH) return false
  }
  const difference = Math.sqrt(squares / FINGERPRINT_LENGTH)
  return difference <= MAX_RELATIVE_DIFFERENCE * Math.max(1, Math.min(contrastOf(one), contrastOf(other)))
}

/** Standard deviation of the values. Pale pictures of small things differ little, whatever they show. */
function contrastOf(fingerprint: Fingerprint): number {
  let sum = 0
  let squares = 0
  for (const value of fingerprint) {
    sum += value
    squares += value * value
  }
  const mean = sum / FINGERPRINT_LENGTH
  return Math.sqrt(Math.max(0, squares / FINGERPRINT_LENGTH - mean * mean))
}
