import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseHTML } from 'linkedom'
import { root } from '../paths.ts'

/** A page written for the measurement. */
export interface ShopPage {
  name: string
  isShop: boolean
  part: Part
  document: Document
}

/**
 * Written before the detector: the pages that it was tuned on, and those not looked at until it was done. Written after
 * it, against its rules: the hard ones.
 */
export const parts = ['tuning', 'held-out', 'hard'] as const
export type Part = (typeof parts)[number]

/** All pages of `tests/shop-pages/<part>/<shop|other>/`. */
export function readShopPages(): ShopPage[] {
  return parts.flatMap(part => [...pagesOf(part, 'shop'), ...pagesOf(part, 'other')])
}

/** A page of HTML as a document without a window. */
export function documentOf(html: string): Document {
  return parseHTML(html).document
}

function pagesOf(part: Part, kind: 'shop' | 'other'): ShopPage[] {
  const folder = join(root, 'tests/shop-pages', part, kind)
  return readdirSync(folder).map(file => ({
    name: file.replace('.html', ''),
    isShop: kind === 'shop',
    part,
    document: documentOf(readFileSync(join(folder, file), 'utf8')),
  }))
}
