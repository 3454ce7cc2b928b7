import { fileURLToPath } from 'node:url'
import type { Item, Shelf } from './shelf.ts'

/** File of an emoji's picture by its code point, as the package names it. */
export function emojiFile(code: string): string {
  return fileURLToPath(import.meta.resolve(`@lobehub/fluent-emoji-3d/assets/${code}.webp`))
}

const product = (code: string, caption: string, price: number, ground = '#f4f4f2'): Item => {
  return { caption, price: `€ ${price.toFixed(2)}`, file: emojiFile(code), ground }
}
const picture = (code: string, caption: string, ground = '#ece7df'): Item => {
  return { caption, file: emojiFile(code), ground }
}

/** The shop's own stock: pictures that may be passed on, so that the demonstration needs nothing else. */
export const emojiShelves: Shelf[] = [
  {
    title: 'New in',
    layout: 'grid',
    items: [
      product('1f455', 'Meadow striped tee', 19.9),
      product('1f456', 'Everyday denim', 59),
      product('1f45f', 'Morning run trainers', 84.5),
      product('231a', 'Harbour watch', 129, '#ffffff'),
      product('1f9e2', 'Lighthouse cap', 24),
      product('1f576-fe0f', 'Dune sunglasses', 39, '#ffffff'),
      product('1f9e5', 'Larch overcoat', 189),
      product('1f454', 'Office shirt, striped', 45),
      product('1fa73', 'Jetty shorts', 29.9),
      product('1f45e', 'Cobbler’s shoe', 110, '#ffffff'),
      product('1f45b', 'Clasp purse', 34),
      product('1f97d', 'Lagoon goggles', 27.5, '#ffffff'),
    ],
  },
  {
    title: 'From our journal',
    layout: 'strip',
    items: [
      picture('2615', 'Where the dockers drink'),
      picture('1f408', 'The shop cat, a portrait'),
      picture('1f3b8', 'Songs from the workshop'),
      picture('1f6cb-fe0f', 'A slow Sunday'),
      picture('1f3e0', 'Our first house'),
    ],
  },
  {
    title: 'You may also like',
    layout: 'grid',
    items: [
      product('1f3a9', 'Opera hat', 75),
      product('1f452', 'Sun hat with a bow', 36),
      product('1f97e', 'Hill boots', 139),
      product('1f45a', 'Peony V-neck', 22),
      product('1f460', 'Evening heels', 99),
      product('1f453', 'Reading glasses', 49, '#ffffff'),
      product('1f457', 'Bluebell dress', 79),
      product('1f45c', 'Market handbag', 88),
      product('1f9e6', 'Garden socks, a pair', 9.5),
      product('1f462', 'Rain boots', 65),
      product('1f392', 'School rucksack', 55),
      product('1f48d', 'Glacier ring', 240, '#ffffff'),
    ],
  },
]
