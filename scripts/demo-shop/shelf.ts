/** One picture of the demo shop. */
export interface Item {
  caption: string
  /** Price of a product; left out for what is not for sale. */
  price?: string
  /** Absolute path of the picture. */
  file: string
  /** Colour behind a cut-out; left out, the file is served as it is. */
  ground?: string
}

/** One part of the page. */
export interface Shelf {
  title: string
  items: Item[]
  /** `grid`: products. `strip`: the journal. */
  layout: 'grid' | 'strip'
}
