import { pictureAt } from './bench-shop.ts'

const style = `<style>
  body { margin: 20px; font: 14px sans-serif }
  main { display: grid; grid-template-columns: repeat(5, 1fr); gap: 16px }
  article { border: 1px solid #ddd; padding: 8px }
  img { width: 100%; aspect-ratio: 1; display: block }
</style>`

/**
 * A page of a shop: cards of eight elements, one of them a picture.
 * @param first number of its first picture
 */
export function shelfPage(first: number, count: number): string {
  const cards = Array.from(
    { length: count },
    (_, i) => `<article><a href="#${i}"><img src="${pictureAt(first + i)}" alt=""></a>
      <div><h3>Item ${i}</h3><p><span>$ ${i}.99</span> <button>Add to cart</button></p></div></article>`,
  )
  return `<!doctype html><html lang="en"><title>Shelf</title>${style}<main>${cards.join('\n')}</main>`
}
