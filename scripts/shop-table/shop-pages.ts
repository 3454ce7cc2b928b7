import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseHTML } from 'linkedom'
import { root } from '../paths.ts'

/** A page written for the measurement: in the half that the detector was tuned on, or in the one kept from it. */
export interface ShopPage {
  name: string
  isShop: boolean
  half: Half
  document: Document
}

export const halves = ['tuning', 'held-out'] as const
export type Half = (typeof halves)[number]

/** All pages of `tests/shop-pages/<half>/<shop|other>/`. */
export function readShopPages(): ShopPage[] {
  return halves.flatMap(half => [...pagesOf(half, 'shop'), ...pagesOf(half, 'other')])
}

/** A page of HTML as a document without a window. */
export function documentOf(html: string): Document {
  return parseHTML(html).document
}

function pagesOf(half: Half, kind: 'shop' | 'other'): ShopPage[] {
  const folder = join(root, 'tests/shop-pages', half, kind)
  return readdirSync(folder).map(file => ({
    name: file.replace('.html', ''),
    isShop: kind === 'shop',
    half,
    document: documentOf(readFileSync(join(folder, file), 'utf8')),
  }))
}
