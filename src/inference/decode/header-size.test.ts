import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { headerSize } from './header-size.ts'

const picture = () => sharp({ create: { width: 321, height: 123, channels: 3, background: '#abc' } })
describe('headerSize', () => {
  it.each([
    ['JPEG', picture().jpeg()],
    ['progressive JPEG with a profile', picture().withMetadata().jpeg({ progressive: true })],
    ['PNG', picture().png()],
    ['lossy WebP', picture().webp()],
    ['lossless WebP', picture().webp({ lossless: true })],
    ['WebP with alpha', picture().ensureAlpha(0.5).webp()],
  ])('reads a %s', async (_, file) => {
    expect(headerSize(await file.toBuffer())).toEqual({ width: 321, height: 123 })
  })

  it('ignores GIF, AVIF and files that are no pictures', async () => {
    for (const file of [await picture().gif().toBuffer(), await picture().avif().toBuffer(), Buffer.from('<svg/>')])
      expect(headerSize(file)).toBeUndefined()
  })

  it('is undefined for a truncated file', async () => {
    for (const file of [picture().jpeg(), picture().png(), picture().webp()]) {
      const bytes = await file.toBuffer()
      for (const end of [0, 1, 3, 10, 15, 20]) expect(headerSize(bytes.subarray(0, end))).toBeUndefined()
    }
  })
})
