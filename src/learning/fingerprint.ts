/** What two copies of a picture have in common at any size: 64 bits of its shape, see `fingerprintOf`. */
export type Fingerprint = Uint8Array<ArrayBuffer>

/** Side of the grid whose neighbouring cells are compared. */
const SIDE = 8
/** Copies of a picture in other sizes and qualities differ in fewer bits. */
const MAX_DIFFERENT_BITS = 4

/** The difference hash of a picture. @param pixels RGB bytes [side, side, 3] */
export function fingerprintOf(pixels: Uint8Array): Fingerprint {
  const side = Math.sqrt(pixels.length / 3)
  const cells = cellsOf(pixels, side)
  const bits = new Uint8Array(SIDE)
  for (let y = 0; y < SIDE; y++)
    for (let x = 0; x < SIDE; x++) {
      const at = y * (SIDE + 1) + x
      if ((cells[at] as number) < (cells[at + 1] as number)) bits[y] = (bits[y] as number) | (1 << x)
    }
  return bits
}

/** Whether two fingerprints are of the same picture. */
export function isSamePicture(one: Fingerprint, other: Fingerprint): boolean {
  let different = 0
  for (let i = 0; i < SIDE; i++) {
    let bits = (one[i] as number) ^ (other[i] as number)
    for (; bits; bits &= bits - 1) different++
  }
  return different <= MAX_DIFFERENT_BITS
}

function cellsOf(pixels: Uint8Array, side: number): Float64Array {
  const columns = SIDE + 1
  const cells = new Float64Array(columns * SIDE)
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const at = 3 * (y * side + x)
      const cell = Math.floor((y * SIDE) / side) * columns + Math.floor((x * columns) / side)
      const grey = (pixels[at] as number) + 2 * (pixels[at + 1] as number) + (pixels[at + 2] as number)
      cells[cell] = (cells[cell] as number) + grey
    }
  return cells
}
