import { expect, it } from 'vitest'
import { averagesOf, FINGERPRINT_LENGTH, fingerprintOf, isSamePicture, mayBeSamePicture } from './fingerprint.ts'

const SIDE = 224

/** RGB bytes [224, 224, 3] of a function of the place, whose coordinates are 0..1. */
function draw(value: (x: number, y: number) => number): Uint8Array {
  return Uint8Array.from({ length: SIDE * SIDE * 3 }, (_, i) => {
    const pixel = Math.floor(i / 3)
    return value((pixel % SIDE) / SIDE, Math.floor(pixel / SIDE) / SIDE)
  })
}

const shirt = (x: number, y: number) => (Math.abs(x - 0.5) < 0.3 && y > 0.2 ? 60 + 90 * y : 255)
const noise = (x: number, y: number) => 3 * Math.sin(x * 700) * Math.cos(y * 900)

it('is the mean colour of each block', () => {
  const fingerprint = fingerprintOf(draw(x => (x < 0.5 ? 10 : 200)))
  expect(fingerprint).toHaveLength(FINGERPRINT_LENGTH)
  expect([fingerprint[0], fingerprint[FINGERPRINT_LENGTH - 1]]).toEqual([10, 200])
})

it('recognises a picture that was encoded again', () => {
  const original = fingerprintOf(draw(shirt))
  expect(isSamePicture(original, fingerprintOf(draw((x, y) => shirt(x, y) - 3 + noise(x, y))))).toBe(true)
})

it('tells pictures apart that differ in place, shade or colour', () => {
  const original = fingerprintOf(draw(shirt))
  for (const other of [
    draw((x, y) => shirt(x - 0.1, y)),
    draw((x, y) => (shirt(x, y) < 255 ? shirt(x, y) + 40 : 255)),
    draw((x, y) => shirt(y, x)),
  ])
    expect(isSamePicture(original, fingerprintOf(other))).toBe(false)
})

it('tells small pale things apart, which differ little in all', () => {
  const ring = (at: number) => draw((x, y) => (Math.hypot(x - at, y - 0.5) < 0.04 ? 200 : 255))
  expect(isSamePicture(fingerprintOf(ring(0.3)), fingerprintOf(ring(0.7)))).toBe(false)
})

it('rules out by the averages no pair that is the same picture', () => {
  const original = fingerprintOf(draw(shirt))
  // From far below the limit of the difference to just above it.
  for (let shift = 0; shift < 8; shift += 0.5) {
    const other = fingerprintOf(draw((x, y) => Math.max(0, shirt(x, y) - shift)))
    if (isSamePicture(original, other)) expect(mayBeSamePicture(averagesOf(original), averagesOf(other))).toBe(true)
  }
  const darker = fingerprintOf(draw((x, y) => shirt(x, y) / 2))
  expect(mayBeSamePicture(averagesOf(original), averagesOf(darker))).toBe(false)
})

it('refuses pixels that are no square of blocks', () => {
  expect(() => fingerprintOf(new Uint8Array(100))).toThrow(RangeError)
})
