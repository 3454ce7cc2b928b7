import { toActivations } from './requantise'

/**
 * Converts int16 to the bytes that 1×1 convolutions read, clamped to 0..127:
 * `output[p][c] = round(input[p][c] * multiplier[c] / 2^15) - zero[c]`.
 *
 * @param input int16 [pixels, channels]
 * @param table for each eight channels: multipliers int16 [8], zeros int16 [8]
 * @param output bytes [pixels, channels]
 * @param channels a multiple of 8
 */
export function toBytes(input: usize, table: usize, output: usize, pixels: i32, channels: i32): void {
  for (let pixel = 0; pixel < pixels; pixel++) {
    let row = table
    for (let channel = 0; channel < channels; channel += 8) {
      const scaled = i16x8.q15mulr_sat_s(v128.load(input), v128.load(row))
      const values = i16x8.sub_sat_s(scaled, v128.load(row, 16))
      v128.store64_lane(output, toActivations(values, values), 0)
      input += 16
      row += 32
      output += 8
    }
  }
}
