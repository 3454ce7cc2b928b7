import { expect, it } from 'vitest'
import { crc32 } from './crc32.ts'

it('computes standard CRC-32 checksums', () => {
  const digits = new TextEncoder().encode('123456789')
  expect(crc32(digits)).toBe(0xcbf43926)
  expect(crc32(digits.subarray(4), crc32(digits.subarray(0, 4)))).toBe(0xcbf43926)
  expect(crc32(new Uint8Array())).toBe(0)
})
