import { expect, test } from 'vitest'
import { codesOf, shortestCodes } from './huffman-table.ts'

test('gives frequent symbols shorter codes, and none the code of ones', () => {
  const { counts, symbols } = shortestCodes(Uint32Array.of(1, 8, 0, 4, 2))
  expect(symbols).toEqual([1, 3, 4, 0])
  expect(counts).toEqual([1, 1, 1, 1, ...Array(12).fill(0)])
  const codes = codesOf({ counts, symbols }, 5)
  expect([1, 3, 4, 0].map(symbol => (codes[symbol] as number) >> 8)).toEqual([0b0, 0b10, 0b110, 0b1110])
})

test('gives a single symbol one bit', () => {
  expect(shortestCodes(Uint32Array.of(0, 0, 9))).toEqual({ counts: [1, ...Array(15).fill(0)], symbols: [2] })
})

test('makes no code longer than 16 bits, and leaves room for that of ones', () => {
  // Fibonacci numbers make the deepest trees.
  const frequencies = [1, 1]
  while (frequencies.length < 30) frequencies.push((frequencies.at(-1) ?? 0) + (frequencies.at(-2) ?? 0))
  const { counts, symbols } = shortestCodes(Uint32Array.from(frequencies))
  expect(symbols).toHaveLength(30)
  expect(counts).toHaveLength(16)
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(30)
  const used = counts.reduce((sum, count, i) => sum + count / 2 ** (i + 1), 0)
  expect(used).toBeLessThanOrEqual(1 - 2 ** -16)
})
