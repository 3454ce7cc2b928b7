/** Where a picture was seen, and what caused its tag. */
export interface Provenance {
  pageUrl: string
  pageTitle: string
  /** URL of the picture; '' if it has none. */
  imageUrl: string
  /** `auto`: badged while browsing. `asked`: the user right-clicked the picture. */
  by: 'auto' | 'asked'
}
