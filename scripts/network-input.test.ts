import sharp, { type Sharp } from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { type InputReader, openInputReader, openWholeReader } from './network-input.ts'

const SIDE = 32
let inputOf: InputReader
beforeAll(async () => {
  inputOf = await openInputReader(SIDE)
})

/** A smooth picture: red grows to the right, green grows downwards. */
function gradient(width: number, height: number): Sharp {
  const pixels = Buffer.alloc(width * height * 3)
  for (let i = 0; i < width * height; i++)
    pixels.set([((i % width) / width) * 255, (Math.floor(i / width) / height) * 255, 90], i * 3)
  return sharp(pixels, { raw: { width, height, channels: 3 } })
}

/** The largest difference between two inputs, of 255. */
function difference(a: Uint8Array, b: Uint8Array): number {
  return a.reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] ?? 255))), 0)
}

test.each([
  ['JPEG', gradient(90, 60).jpeg({ quality: 100 })],
  ['progressive JPEG', gradient(90, 60).jpeg({ quality: 100, progressive: true })],
  ['PNG with 16 bits', gradient(90, 60).toColourspace('rgb16').png()],
  ['WebP', gradient(90, 60).webp({ quality: 100 })],
  ['AVIF', gradient(90, 60).avif({ quality: 100 })],
  ['TIFF', gradient(90, 60).tiff({ quality: 100 })],
  ['opaque alpha channel', gradient(90, 60).ensureAlpha().png()],
])('reads a %s as it reads the same PNG', async (_, file) => {
  const expected = await inputOf(await gradient(90, 60).png().toBuffer())
  expect(expected).toHaveLength(SIDE ** 2 * 3)
  expect(difference(await inputOf(await file.toBuffer()), expected)).toBeLessThanOrEqual(6)
})

test('reads grey as three equal channels, and puts transparent pictures on white', async () => {
  const grey = await inputOf(await gradient(90, 60).greyscale().png().toBuffer())
  expect([grey[0], grey[1]]).toEqual([grey[1], grey[2]])
  const clear = await inputOf(await gradient(90, 60).ensureAlpha(0).png().toBuffer())
  expect(new Set(clear)).toEqual(new Set([255]))
})

test('turns pictures upright', async () => {
  const expected = await inputOf(await gradient(90, 60).rotate(90).png().toBuffer())
  const tagged = await gradient(90, 60).withMetadata({ orientation: 6 }).jpeg({ quality: 100 }).toBuffer()
  expect(difference(await inputOf(tagged), expected)).toBeLessThanOrEqual(6)
})

test.each([
  ['JPEG', (image: Sharp) => image.jpeg({ quality: 100 })],
  ['PNG', (image: Sharp) => image.png()],
  ['WebP', (image: Sharp) => image.webp({ quality: 100 })],
])('reduces a large %s on the way, without a visible change', async (_, store) => {
  const expected = await inputOf(await gradient(300, 200).png().toBuffer())
  const large = await store(gradient(2400, 1600)).toBuffer()
  expect(difference(await inputOf(large), expected)).toBeLessThanOrEqual(4)
  const upright = await inputOf(await gradient(300, 200).rotate(90).png().toBuffer())
  const tagged = await store(gradient(2400, 1600).withMetadata({ orientation: 6 })).toBuffer()
  expect(difference(await inputOf(tagged), upright)).toBeLessThanOrEqual(6)
})

test('refuses what is no picture, what is cut off, and what has too many pixels', async () => {
  const whole = await gradient(300, 200).jpeg().toBuffer()
  const bomb = sharp({ create: { width: 8000, height: 7000, channels: 3, background: '#864' } }).png()
  await expect(inputOf(Buffer.from('no picture'))).rejects.toMatchObject({ reason: 'not_a_picture' })
  await expect(inputOf(whole.subarray(0, -400))).rejects.toMatchObject({ reason: 'not_a_picture' })
  await expect(inputOf(await bomb.toBuffer())).rejects.toMatchObject({ reason: 'too_many_pixels' })
})

test('keeps the shape of a picture, and enlarges nothing', async () => {
  const read = await openWholeReader(SIDE)
  const { pixels, ...size } = await read(await gradient(2400, 1600).png().toBuffer())
  expect(size).toEqual({ width: 32, height: 21 })
  expect(pixels).toHaveLength(32 * 21 * 3)
  expect(pixels[1]).toBeLessThan(20)
  expect(pixels.at(-2)).toBeGreaterThan(235)
  expect(await read(await gradient(20, 9).png().toBuffer())).toMatchObject({ width: 20, height: 9 })
})
