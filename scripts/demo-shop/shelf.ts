/** One picture of the demo shop. */
export interface Item {
  caption: string
  /** Price of a product; absent if it is not for sale. */
  price?: string
  /** Absolute path of the picture. */
  file: string
  /** Colour behind a cut-out; absent if the file is served unchanged. */
  ground?: string
}

/** One part of the page. */
export interface Shelf {
  title: string
  items: Item[]
  /** `grid`: products. `strip`: the journal. `looks`: upright pictures of several garments. */
  layout: 'grid' | 'strip' | 'looks'
}
