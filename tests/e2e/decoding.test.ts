import { readFile } from 'node:fs/promises'
import type { Page } from 'puppeteer'
import sharp, { type Create, type Sharp } from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { randoms } from '../../bench/history/synthetic-tags.ts'
import { askHost } from '../../scripts/drive/ask-host.ts'
import { type Launched, launch } from '../../scripts/drive/launch.ts'
import { popupUrl } from '../../scripts/drive/popup.ts'
import type { Answered } from '../../src/apparel/answer.ts'
import { drawPicture } from '../shop/pictures.ts'

/** Sides that are multiples of no block size; with noise, every rounding difference shows. */
const [WIDTH, HEIGHT] = [403, 301]
/** A quarter of each is still larger than the network's input. */
const LARGE = [1333, 1001] as const

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

  // Those that need no canvas are decoded at a reduced size.
  const large = Object.entries(files).filter(([name]) => name.startsWith('JPEG') && !name.includes('JPEG of'))
  it.each(large)('%s, large', async (_, [type, draw]) => {
    const picture = (await drawNoisy()).resize(...LARGE, { fit: 'fill' })
    const file = await draw(sharp(await picture.png().toBuffer())).toBuffer()
    const url = `data:image/${type};base64,${file.toString('base64')}`
    const answers = await askHost(own, [url, await asShown(own, url)])
    const [answer, shown] = answers.map(answer => (answer as Answered).prediction)
    expect(answer?.garment).toBe(shown?.garment)
    for (const [i, probability] of (shown?.probabilities ?? []).entries())
      expect(Math.abs((answer?.probabilities[i] ?? Number.NaN) - probability)).toBeLessThan(0.05)
  })

  it('JPEG, chroma halved in width only', async () => {
    const file = await readFile(new URL('halved-columns.jpg', import.meta.url))
    await expectAsShown(`data:image/jpeg;base64,${file.toString('base64')}`)
  })

  // Interrupted uploads and careless software make such files, and browsers show what is intact.
  const cut = (share: number) => (file: Buffer) => file.subarray(0, Math.floor(file.length * share))
  const damaged: Record<string, [type: string, draw: (picture: Sharp) => Sharp, damage: (file: Buffer) => Buffer]> = {
    'JPEG without its last two bytes': ['jpeg', picture => picture.jpeg(), file => file.subarray(0, -2)],
    'JPEG without its last fifth': ['jpeg', picture => picture.jpeg(), cut(0.8)],
    'JPEG, progressive, without its last fifth': ['jpeg', picture => picture.jpeg({ progressive: true }), cut(0.8)],
    'JPEG, rotated by its EXIF orientation, cut': [
      'jpeg',
      picture => picture.withMetadata({ orientation: 6 }).jpeg(),
      cut(0.8),
    ],
    'PNG without its end': ['png', picture => picture.png(), file => file.subarray(0, -12)],
    'PNG without its last tenth': ['png', picture => picture.png(), cut(0.9)],
    'PNG with a wrong checksum': ['png', picture => picture.png(), file => flip(file, file.length - 14)],
    'GIF without its last tenth': ['gif', picture => picture.gif(), cut(0.9)],
  }
  for (const [name, [type, draw, damage]] of Object.entries(damaged))
    it(name, async () => {
      const file = damage(await draw(await drawNoisy()).toBuffer())
      await expectAsShown(`data:image/${type};base64,${file.toString('base64')}`, drawnElement)
    })

  it('says that a file of which nothing is intact is no picture', async () => {
    const file = (await (await drawNoisy()).webp().toBuffer()).subarray(0, 100)
    const url = `data:image/webp;base64,${file.toString('base64')}`
    expect(await askHost(own, [url])).toEqual([{ failure: 'not_a_picture' }])
  })

  describe.each(['gif', 'webp'] as const)('an animated %s', type => {
    const encode = (frames: Buffer[]) =>
      sharp(frames, { join: { animated: true } })
        [type]({ ...(type === 'webp' && { lossless: true }), delay: frames.map(() => 100) })
        .toBuffer()
    const blank = (background: Create['background']) =>
      sharp({ create: { width: WIDTH, height: HEIGHT, channels: 4, background } })
        .png()
        .toBuffer()
    const address = (file: Buffer) => `data:image/${type};base64,${file.toString('base64')}`

    it.each([
      ['transparent', { r: 0, g: 0, b: 0, alpha: 0 }],
      ['white', { r: 255, g: 255, b: 255, alpha: 1 }],
    ])('that begins with a %s frame, with the one that shows the most', async (_, colour) => {
      const garment = await (await drawNoisy()).ensureAlpha().png().toBuffer()
      const faint = await sharp(garment)
        .composite([{ input: await blank({ r: 255, g: 255, b: 255, alpha: 0.95 }) }])
        .png()
        .toBuffer()
      const frames = [await blank(colour), faint, garment]
      const [whole, last] = await askHost(own, [
        address(await encode(frames)),
        address(await encode([garment, garment])),
      ])
      expect(whole).toMatchObject({ prediction: { garment: 'T-Shirt', verdict: 'garment' } })
      if (type === 'webp') expect(whole).toMatchObject({ prediction: (last as { prediction: object }).prediction })
    })

    it('that is blank throughout, as blank', async () => {
      const white = await blank({ r: 255, g: 255, b: 255, alpha: 1 })
      const black = await blank({ r: 0, g: 0, b: 0, alpha: 1 })
      const [answer] = await askHost(own, [address(await encode([white, black, white]))])
      expect(answer).toMatchObject({ prediction: { verdict: 'none' } })
    })
  })

  async function expectAsShown(url: string, draw = asShown): Promise<void> {
    const [answer, shown] = await askHost(own, [url, await draw(own, url)])
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

/** A damaged file as the browser draws it on white, as an opaque PNG. Only an `<img>` shows what is intact. */
function drawnElement(page: Page, url: string): Promise<string> {
  return page.evaluate(async url => {
    const image = new Image()
    await new Promise(resolve => {
      image.onload = resolve
      image.src = url
    })
    const { naturalWidth: width, naturalHeight: height } = image
    const canvas = Object.assign(document.createElement('canvas'), { width, height })
    const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true })
    if (context) context.fillStyle = 'white'
    context?.fillRect(0, 0, width, height)
    context?.drawImage(image, 0, 0)
    return canvas.toDataURL('image/png')
  }, url)
}

function flip(file: Buffer, at: number): Buffer {
  const flipped = Buffer.from(file)
  flipped.writeUInt8(file.readUInt8(at) ^ 0xff, at)
  return flipped
}
