import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { emojiFile } from '../demo-shop/emoji-shelves.ts'
import type { Item, Shelf } from '../demo-shop/shelf.ts'

const codes = ['1f455', '1f456', '1f45f', '1f9e5', '1fa73', '1f576-fe0f', '1f45a']
/** Turns of the colour wheel. Degrees. */
const turns = [50, 130, 215, 290]

/** The same garments in other colours, as shops have them: a history has more than one of each. */
export async function otherColours(): Promise<Shelf> {
  const folder = await mkdtemp(join(tmpdir(), 'apparel-lens-'))
  const items = turns.flatMap(hue =>
    codes.map(async (code): Promise<Item> => {
      const file = join(folder, `${code}-${hue}.webp`)
      await sharp(emojiFile(code)).modulate({ hue }).toFile(file)
      return { caption: 'In another colour', file, ground: '#f4f4f2' }
    }),
  )
  return { title: 'In other colours', layout: 'grid', items: await Promise.all(items) }
}
