import { expect, it } from 'vitest'
import { animationType } from './animation-type.ts'
import { isBlank, triedFrames } from './later-frame.ts'

it.each([
  ['white', [255, 255, 255, 255, 255, 255], true],
  ['one colour with the noise of a lossy file', [200, 100, 50, 203, 97, 54, 198, 100, 46], true],
  ['a faint edge', [255, 255, 255, 255, 249, 255], false],
])('%s: blank is %j', (_, pixels, expected) => {
  expect(isBlank(Uint8Array.from(pixels))).toBe(expected)
})

it.each([
  [1, []],
  [2, [1]],
  [3, [1, 2]],
  [9, [1, 2, 3, 4, 5, 6, 7, 8]],
  [41, [5, 10, 15, 20, 25, 30, 35, 40]],
])('tries of %i frames those at %j', (frameCount, indices) => {
  expect(triedFrames(frameCount)).toEqual(indices)
})

it('tries frames only as far as they are cheap to reach', () => {
  expect(triedFrames(1e9)).toHaveLength(8)
  expect(Math.max(...triedFrames(1e9))).toBe(99)
})

it.each([
  ['GIF89a', 'image/gif'],
  ['RIFF\0\0\0\0WEBPVP8X', 'image/webp'],
  ['RIFF\0\0\0\0WEBPVP8L', undefined],
  ['\0\0\0\x20ftypavis', 'image/avif'],
  ['\0\0\0\x20ftypavif', undefined],
  ['\x89PNG\r\n\x1a\n\0\0\0\rIHDR...\0\0\0\x08acTL', 'image/png'],
  ['\x89PNG\r\n\x1a\n\0\0\0\rIHDR...\0\0\0\x08IDATa', undefined],
  ['', undefined],
])('takes %j for an animation of %s', (start, type) => {
  expect(animationType(Uint8Array.from(start, character => character.charCodeAt(0)))).toBe(type)
})
