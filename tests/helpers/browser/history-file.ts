import sharp from 'sharp'
import { classes, type Garment, garments } from '../../../src/apparel/classes.ts'
import type { GarmentColour } from '../../../src/colour/garment-colours.ts'
import { ByteBuffer } from '../../../src/history/export/byte-buffer.ts'
import { jsonWriter } from '../../../src/history/export/to-json.ts'
import type { Tag } from '../../../src/history/tag.ts'

const hex = (n: number) => n.toString(16).padStart(64, '0')
const DAY = 86_400_000
/** Colours in OKLCH: `blue` for T-shirts, `orange` for everything else. */
const blue: GarmentColour = { lightness: 0.55, chroma: 0.15, hue: 255, share: 0.8 }
const orange: GarmentColour = { lightness: 0.72, chroma: 0.14, hue: 60, share: 0.8 }

/**
 * Makes a history of `count` tags, each a day older than the previous one, with the garments in turn. T-shirts are blue,
 * others orange. Every tenth tag, from the third on, is from a page about raincoats on `coats.example`; a user asked for
 * every seventh.
 */
export async function syntheticHistory(count: number, now: number): Promise<Tag[]> {
  const thumbnail = new Uint8Array(
    await sharp({ create: { width: 96, height: 128, channels: 3, background: '#7a9' } })
      .webp()
      .toBuffer(),
  )
  return Array.from({ length: count }, (_, n) => {
    const garment = garments[n % garments.length] as Garment
    const confidence = 0.6 + (n % 40) / 100
    const site = n % 10 === 2 ? 'coats.example' : `shop-${n % 3}.example`
    return {
      id: hex(n + 1),
      garment,
      confidence,
      probabilities: classes.map(name => (name === garment ? confidence : (1 - confidence) / 10)),
      seenAt: now - n * DAY,
      pageUrl: `https://www.${site}/${n}`,
      pageTitle: `${n % 10 === 2 ? 'Été raincoat' : 'Nice thing'} no. ${n}`,
      imageUrl: `https://${site}/${n}.jpg`,
      by: n % 7 === 0 ? 'asked' : 'auto',
      colours: [garment === 'T-Shirt' ? blue : orange],
      network: 'synthetic',
      thumbnail,
      embedding: Int8Array.from({ length: 1280 }, (_, i) => ((i * (n + 3)) % 100) - 20),
    }
  })
}

/** The history in the extension's JSON export format. */
export function asJson(tags: Tag[]): string {
  const [writer, out] = [jsonWriter(), new ByteBuffer()]
  writer.begin(out)
  writer.add(tags, out)
  writer.end(out)
  return new TextDecoder().decode(out.view())
}
