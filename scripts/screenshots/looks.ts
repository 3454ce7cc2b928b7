import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { emojiFile } from '../demo-shop/emoji-shelves.ts'
import type { Item, Shelf } from '../demo-shop/shelf.ts'

const WIDTH_PX = 600
const HEIGHT_PX = 900

/** A garment of a look: its middle and the longer side, in pixels. */
type Part = [code: string, x: number, y: number, side: number]

const looks: { caption: string; ground: string; parts: Part[] }[] = [
  {
    caption: 'First warm day',
    ground: '#f4efe6',
    parts: [
      ['1f452', 300, 120, 160],
      ['1f455', 300, 350, 230],
      ['1fa73', 300, 590, 190],
      ['1f45f', 300, 800, 130],
    ],
  },
  {
    caption: 'Windy pier',
    ground: '#e9eef0',
    parts: [
      ['1f9e5', 300, 170, 270],
      ['1f456', 300, 510, 260],
      ['1f45f', 300, 800, 140],
    ],
  },
]

/** A shelf of pictures that show several garments each, as somebody would wear them. */
export async function looksShelf(): Promise<Shelf> {
  const folder = await mkdtemp(join(tmpdir(), 'apparel-lens-'))
  const items = looks.map(async ({ caption, ground, parts }, i): Promise<Item> => {
    const file = join(folder, `${i}.png`)
    const cutOuts = await Promise.all(parts.map(cutOut))
    const canvas = sharp({ create: { width: WIDTH_PX, height: HEIGHT_PX, channels: 3, background: ground } })
    await canvas.composite(cutOuts).png().toFile(file)
    return { caption, file }
  })
  return { title: 'Looks of the week', layout: 'looks', items: await Promise.all(items) }
}

async function cutOut([code, x, y, side]: Part) {
  const { data, info } = await sharp(await sharp(emojiFile(code)).trim().toBuffer())
    .resize(side, side, { fit: 'inside' })
    .toBuffer({ resolveWithObject: true })
  return { input: data, left: Math.round(x - info.width / 2), top: Math.round(y - info.height / 2) }
}
