/** Bits that do not fill a byte yet, in the lowest `count` bits. */
let bits: u64 = 0
let count: i32 = 0
let output: usize = 0

/** Begins to write at an address. */
export function startBits(at: usize): void {
  bits = 0
  count = 0
  output = at
}

/** Writes the lowest bits of a number, at most 16. @param length number of bits */
export function putBits(value: i32, length: i32): void {
  bits = (bits << length) | (value & ((1 << length) - 1))
  count += length
  while (count >= 8) {
    count -= 8
    const byte = <i32>(bits >> count) & 0xff
    store<u8>(output++, byte)
    // After 0xff a decoder expects a marker.
    if (byte === 0xff) store<u8>(output++, 0)
  }
}

/** Fills the last byte with ones. @returns the address after it */
export function endBits(): usize {
  if (count > 0) putBits(0xff, 8 - count)
  return output
}
