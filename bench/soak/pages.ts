import { pictureAt } from '../page/bench-shop.ts'
import { formats } from '../page/large-pictures.ts'
import type { Bench } from '../page/open-bench.ts'

/** Of every so many pictures one shows no garment, and one is large. */
const OTHER_EVERY = 4
const LARGE_EVERY = 10

/** A shop page with pictures that no page had before. */
export interface SoakPage {
  url: string
  /** Number of its pictures. */
  count: number
}

/** Publishes a page of garments and other things, most of them small, some large. */
export function publishPage({ shop }: Bench, count: number): SoakPage {
  const first = shop.fresh(count)
  const paths = Array.from({ length: count }, (_, i) => {
    const n = first + i
    if (i % LARGE_EVERY === 9) return `/large/${n}.${formats[Math.floor(n / LARGE_EVERY) % formats.length]}`
    return i % OTHER_EVERY === 3 ? shop.other(n) : pictureAt(n)
  })
  const cards = paths.map((path, i) => `<article><img src="${path}" alt=""><p>Item ${i}</p></article>`)
  const html = `<!doctype html><html lang="en"><title>Shop</title><style>
  main { display: grid; grid-template-columns: repeat(5, 1fr); gap: 16px }
  img { width: 100%; aspect-ratio: 1; display: block }
</style><main>${cards.join('\n')}</main>`
  return { url: shop.page(html), count }
}
