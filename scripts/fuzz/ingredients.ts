import { drawThumbnails } from '../../bench/history/open-bench.ts'
import { drawBasePictures } from './make/base-pictures.ts'
import { makeBombs } from './make/bombs.ts'
import type { Material } from './make/picture-case.ts'

/** What cases are made from. */
export interface Ingredients extends Material {
  /** Picture files for tags of the history. */
  thumbnails: Uint8Array<ArrayBuffer>[]
}

/** Draws everything that cases are made from, which takes a few seconds. */
export async function drawIngredients(): Promise<Ingredients> {
  const [pictures, bombs, thumbnails] = await Promise.all([drawBasePictures(), makeBombs(), drawThumbnails()])
  return { pictures, bombs, thumbnails: thumbnails.map(base64 => new Uint8Array(Buffer.from(base64, 'base64'))) }
}
