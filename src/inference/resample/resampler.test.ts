import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readKernels } from '../../../scripts/kernels.ts'
import { Resampler } from './resampler.ts'
import { fromCanvas, type Picture } from './source.ts'

const resampler = await Resampler.open(await readKernels('resample'))

function resample(picture: Picture, size: number): Promise<Uint8Array> {
  return resampler.resample(fromCanvas(picture), { width: size, height: size })
}

/** Written by training/pillow_fixtures.py. */
interface Fixture {
  width: number
  height: number
  size: number
  opaque: boolean
  sha256: string
  /** RGB bytes as hex, of the small ones: says more than a digest when it differs. */
  pixels?: string
}

const fixtures: Fixture[] = JSON.parse(readFileSync(new URL('pillow.json', import.meta.url), 'utf8'))

/** The formula of `drawn` in training/pillow_fixtures.py. */
function drawn({ width, height, opaque }: Fixture) {
  const data = new Uint8ClampedArray(width * height * 4)
  for (let i = 0; i < data.length; i++)
    data[i] = opaque && i % 4 === 3 ? 255 : ((i * i * 31 + i * 7 + (i >> 5) * 13) % 0x8000) >> 7
  return { data, width, height }
}

describe('resample', () => {
  for (const fixture of fixtures) {
    const { width, height, size, opaque, sha256, pixels } = fixture
    test(`${width}×${height}${opaque ? '' : ' with alpha'} to ${size}: matches Pillow bit for bit`, async () => {
      const out = await resample(drawn(fixture), size)
      if (pixels) expect(Buffer.from(out).toString('hex')).toBe(pixels)
      expect(createHash('sha256').update(out).digest('hex')).toBe(sha256)
    })
  }

  test('flattens transparent pixels onto white', async () => {
    expect([...(await resample({ data: new Uint8ClampedArray(4 * 4), width: 2, height: 2 }, 1))]).toEqual([
      255, 255, 255,
    ])
  })

  test('rejects a picture with no or too few pixels', () => {
    expect(() => resample({ data: new Uint8ClampedArray(), width: 0, height: 5 }, 4)).toThrow(RangeError)
    expect(() => resample({ data: new Uint8ClampedArray(15), width: 2, height: 2 }, 4)).toThrow(RangeError)
  })
})
