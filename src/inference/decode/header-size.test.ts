import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { headerSize } from './header-size.ts'

const picture = () => sharp({ create: { width: 321, height: 123, channels: 3, background: '#abc' } })
describe('the size in a file', () => {
  it.each([
    ['JPEG', picture().jpeg()],
    ['progressive JPEG with a profile', picture().withMetadata().jpeg({ progressive: true })],
    ['PNG', picture().png()],
    ['lossy WebP', picture().webp()],
    ['lossless WebP', picture().webp({ lossless: true })],
    ['WebP with alpha', picture().ensureAlpha(0.5).webp()],
  ])('is read from a %s', async (_, file) => {
    expect(headerSize(await file.toBuffer())).toEqual({ width: 321, height: 123 })
  })

  it('is not taken from a GIF, an AVIF and what is no picture', async () => {
    for (const file of [await picture().gif().toBuffer(), await picture().avif().toBuffer(), Buffer.from('<svg/>')])
      expect(headerSize(file)).toBeUndefined()
  })

  it('is unknown where the file ends too early', async () => {
    for (const file of [picture().jpeg(), picture().png(), picture().webp()]) {
      const bytes = await file.toBuffer()
      for (const end of [0, 1, 3, 10, 15, 20]) expect(headerSize(bytes.subarray(0, end))).toBeUndefined()
    }
  })
})
