import { readFile } from 'node:fs/promises'
import type { Page } from 'puppeteer'
import sharp, { type Sharp } from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { randoms } from '../../bench/history/synthetic-tags.ts'
import { askHost } from '../../scripts/drive/ask-host.ts'
import { type Launched, launch } from '../../scripts/drive/launch.ts'
import { popupUrl } from '../../scripts/drive/popup.ts'
import { drawPicture } from '../shop/pictures.ts'

/** Sides that are multiples of no block size; with noise, every rounding difference shows. */
const [WIDTH, HEIGHT] = [403, 301]

// The same pixels as an opaque PNG take another path through the decoder, without chroma. The network computes in integers,
// so pixels that differ at all give other numbers.
describe('decodes a picture as the browser shows it:', () => {
  let launched: Launched
  let own: Page
  beforeAll(async () => {
    launched = await launch({ headless: true })
    own = await launched.browser.newPage()
    await own.goto(popupUrl(launched.extensionId))
  })
  afterAll(() => launched?.browser.close())

  const files: Record<string, [type: string, draw: (picture: Sharp) => Sharp]> = {
    'JPEG, chroma halved both ways': ['jpeg', picture => picture.jpeg({ chromaSubsampling: '4:2:0' })],
    'JPEG, chroma at full size': ['jpeg', picture => picture.jpeg({ chromaSubsampling: '4:4:4' })],
    'JPEG, progressive': ['jpeg', picture => picture.jpeg({ progressive: true })],
    'JPEG, grey': ['jpeg', picture => picture.grayscale().jpeg()],
    'JPEG, CMYK': ['jpeg', picture => picture.toColourspace('cmyk').jpeg()],
    'JPEG, rotated by its EXIF orientation': ['jpeg', picture => picture.withMetadata({ orientation: 6 }).jpeg()],
    'JPEG with a Display P3 profile': ['jpeg', picture => picture.withIccProfile('p3').jpeg()],
    'JPEG of 4 × 9': ['jpeg', picture => picture.resize(4, 9, { fit: 'fill' }).jpeg()],
    'JPEG of 5 × 1': ['jpeg', picture => picture.resize(5, 1, { fit: 'fill' }).jpeg()],
    WebP: ['webp', picture => picture.webp()],
    'WebP of 3 × 5': ['webp', picture => picture.resize(3, 5, { fit: 'fill' }).webp()],
    'WebP, lossless': ['webp', picture => picture.webp({ lossless: true })],
    'PNG, palette': ['png', picture => picture.png({ palette: true })],
    'PNG, 16 bits': ['png', picture => picture.toColourspace('rgb16').png()],
  }
  for (const [name, [type, draw]] of Object.entries(files))
    it(name, async () => {
      const file = await draw(await drawNoisy()).toBuffer()
      const url = `data:image/${type};base64,${file.toString('base64')}`
      await expectAsShown(url)
    })

  it('JPEG, chroma halved in width only', async () => {
    const file = await readFile(new URL('halved-columns.jpg', import.meta.url))
    await expectAsShown(`data:image/jpeg;base64,${file.toString('base64')}`)
  })

  async function expectAsShown(url: string): Promise<void> {
    const [answer, shown] = await askHost(own, [url, await asShown(own, url)])
    expect(answer).toHaveProperty('prediction.probabilities')
    expect(answer).toMatchObject({ prediction: (shown as { prediction: object }).prediction })
  }
})

/** A garment with reproducible noise. */
async function drawNoisy(): Promise<Sharp> {
  const random = randoms(1)
  const raw = { width: WIDTH, height: HEIGHT, channels: 3 } as const
  const grain = Buffer.from(Array.from({ length: WIDTH * HEIGHT * raw.channels }, () => 28 + 200 * random()))
  const garment = sharp(await drawPicture('1f455', 0)).resize(WIDTH, HEIGHT, { fit: 'fill' })
  return sharp(
    await garment
      .composite([{ input: grain, raw, blend: 'soft-light' }])
      .removeAlpha()
      .png()
      .toBuffer(),
  )
}

/** The file as the browser draws it, as an opaque PNG. */
function asShown(page: Page, url: string): Promise<string> {
  return page.evaluate(async url => {
    const bitmap = await createImageBitmap(await (await fetch(url)).blob())
    const canvas = Object.assign(document.createElement('canvas'), { width: bitmap.width, height: bitmap.height })
    canvas.getContext('2d', { alpha: false, willReadFrequently: true })?.drawImage(bitmap, 0, 0)
    return canvas.toDataURL('image/png')
  }, url)
}
