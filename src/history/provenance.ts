/** What the history keeps beside the prediction. */
export interface Provenance {
  pageUrl: string
  pageTitle: string
  /** URL of the picture, or '' where it has none. */
  imageUrl: string
  /** `auto`: badged while browsing. `asked`: by a right click. */
  by: 'auto' | 'asked'
}
