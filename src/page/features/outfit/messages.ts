import type { ClickedImage } from '../../core/find/clicked-image.ts'

export interface OutfitMessages {
  /** Shows each garment in what the browser recognises as an image. */
  'show-worn'(clicked: ClickedImage): void
  /** Shows each garment in any other picture: what the context menu was opened on. */
  'show-worn-here'(): void
}
