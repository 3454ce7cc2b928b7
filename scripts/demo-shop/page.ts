import { widths } from './pictures.ts'
import type { Item, Shelf } from './shelf.ts'

/** URL of a picture: its position on the shelves and a width. */
function pictureUrl(shelf: number, item: number, width: number): string {
  return `/pictures/${shelf}-${item}-${width}`
}

/** The shop's page, with `srcset` and lazy loading as on real shops. */
export function shopPage(shelves: Shelf[]): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Larch &amp; Loom — clothing and accessories</title>
<link rel="stylesheet" href="/shop.css">
<link rel="icon" href="data:,">
</head>
<body>
<header>
<a class="brand" href="/">Larch &amp; Loom</a>
<nav><a href="/">Women</a> <a href="/">Men</a> <a href="/">Shoes</a> <a href="/">Accessories</a> <a href="/">Sale</a></nav>
<a class="bag" href="/">Bag (0)</a>
</header>
<main>
${shelves.map(section).join('\n')}
</main>
<footer>Free returns within 30 days · A demonstration: nothing here is for sale</footer>
</body>
</html>`
}

function section(shelf: Shelf, i: number): string {
  const items = shelf.items.map((item, j) => figure(item, i, j)).join('\n')
  return `<section class="${shelf.layout}">\n<h2>${escaped(shelf.title)}</h2>\n<div>\n${items}\n</div>\n</section>`
}

function figure(item: Item, i: number, j: number): string {
  const [small, large] = widths.map(width => pictureUrl(i, j, width))
  // Every other picture offers two sizes, and pictures below the fold load lazily, as on most shops.
  const srcset = j % 2 ? '' : ` srcset="${small} 1x, ${large} 2x"`
  const lazy = i > 0 || j > 11 ? ' loading="lazy"' : ''
  const price = item.price ? `<span class="price">${item.price}</span>` : ''
  return `<a class="item" href="/?item=${i}-${j}"><img src="${small}"${srcset}${lazy} alt="">${escaped(item.caption)} ${price}</a>`
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`)
}
