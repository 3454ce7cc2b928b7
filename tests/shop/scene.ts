import sharp from 'sharp'
import { emojiFile } from '../../scripts/demo-shop/emoji-shelves.ts'
import { createDrawOnce } from './draw-once.ts'

const WIDTH_PX = 480
const HEIGHT_PX = 720

/** What a scene shows: a jacket, trousers and shoes below each other, as somebody would wear them. Pixels of the scene. */
export const scene = {
  width: WIDTH_PX,
  height: HEIGHT_PX,
  items: [
    { garment: 'Jacket', code: '1f9e5', left: 125, top: 30, side: 240 },
    { garment: 'Trouser', code: '1f456', left: 120, top: 290, side: 240 },
    { garment: 'Shoes', code: '1f45f', left: 165, top: 550, side: 150 },
  ],
} as const

/**
 * Path of a scene in the test shop.
 * @param variant any number. Each gives another file, so that no answer comes from the cache of an earlier test
 */
export function scenePath(variant: number): string {
  return `/scene/${variant}`
}

const drawOnce = createDrawOnce<Uint8Array>()

/** The scene at that path as a JPEG. */
export function drawScene(variant: number): Promise<Uint8Array> {
  return drawOnce(scenePath(variant), async () => {
    const cutOuts = await Promise.all(
      scene.items.map(async ({ code, left, top, side }) => ({
        input: await sharp(await sharp(emojiFile(code)).trim().toBuffer())
          .resize(side, side, { fit: 'inside' })
          .toBuffer(),
        left,
        top,
      })),
    )
    const ground = sharp({ create: { width: WIDTH_PX, height: HEIGHT_PX, channels: 3, background: '#f4f4f2' } })
    // Another file with the same pixels, so that the same garments are found in each.
    const drawn = ground.composite(cutOuts).withExif({ IFD0: { ImageDescription: String(variant) } })
    return drawn.jpeg({ quality: 90 }).toBuffer()
  })
}
