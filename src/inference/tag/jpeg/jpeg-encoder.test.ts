import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { readKernels } from '../../../../scripts/kernels.ts'
import { JpegEncoder } from './jpeg-encoder.ts'

const QUALITY = 85
const encoder = await JpegEncoder.open(await readKernels('jpeg'), QUALITY)

/** Smooth colours with some edges, and reproducible noise from -`grain` to `grain`. */
function draw(width: number, height: number, grain: number) {
  const data = new Uint8ClampedArray(width * height * 4)
  let state = 1
  for (let i = 0; i < data.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    const [x, y, channel] = [(i >> 2) % width, Math.floor((i >> 2) / width), i % 4]
    const shape = [255 * (x / width), 255 * (y / height), (x ^ y) & 32 ? 200 : 60, 255][channel] as number
    data[i] = channel === 3 ? 255 : shape + grain * (2 ** -31 * state - 1)
  }
  return { data, width, height }
}

type Drawn = ReturnType<typeof draw>

/** Root mean square error of the decoded file, and its length, for our encoder and for libjpeg's. */
async function compare({ data, width, height }: Drawn) {
  const ours = encoder.encode({ data: data as ImageData['data'], width, height })
  const raw = { width, height, channels: 4 } as const
  const theirs = await sharp(data, { raw })
    .removeAlpha()
    .jpeg({ quality: QUALITY, chromaSubsampling: '4:2:0', optimiseCoding: true })
    .toBuffer()
  return { ours: await errorOf(ours), theirs: await errorOf(theirs), lengths: [ours.length, theirs.length] as const }

  async function errorOf(file: Uint8Array): Promise<number> {
    const decoded = await sharp(file, { failOn: 'warning' }).raw().toBuffer({ resolveWithObject: true })
    expect(decoded.info).toMatchObject({ width, height, channels: 3 })
    let sum = 0
    for (const [i, value] of decoded.data.entries())
      sum += (value - (data[4 * Math.floor(i / 3) + (i % 3)] as number)) ** 2
    return Math.sqrt(sum / decoded.data.length)
  }
}

describe('encodes a file that a strict decoder reads, as close to the picture and as short as from libjpeg', () => {
  test.each([
    [128, 128, 0],
    [128, 96, 10],
    [85, 128, 40],
    [128, 17, 10],
  ])('of %i × %i with grain %i', async (width, height, grain) => {
    const { ours, theirs, lengths } = await compare(draw(width, height, grain))
    expect(ours).toBeLessThan(theirs * 1.02)
    expect(lengths[0]).toBeLessThan(lengths[1] * 1.02)
  })
})

test.each([
  [1, 1],
  [1, 128],
  [128, 1],
  [15, 9],
])('encodes %i × %i, which fills no block', async (width, height) => {
  const { ours } = await compare(draw(width, height, 0))
  expect(ours).toBeLessThan(12)
})

test('encodes the loudest noise and plain black, white and grey', async () => {
  const { ours, theirs } = await compare(draw(128, 128, 1000))
  expect(ours).toBeLessThan(theirs * 1.02)
  for (const shade of [0, 128, 255]) {
    const data = new Uint8ClampedArray(20 * 20 * 4).fill(shade)
    const file = encoder.encode({ data, width: 20, height: 20 })
    const { channels } = await sharp(file).stats()
    for (const { mean, stdev } of channels) expect([mean, stdev]).toEqual([shade, 0])
  }
})
