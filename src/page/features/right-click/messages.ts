import type { ClickedImage } from '../../core/find/clicked-image.ts'

export interface RightClickMessages {
  /** Answers a right click on what the browser recognises as an image. */
  ask(clicked: ClickedImage): void
  /** Answers a right click on any other picture: what the context menu was opened on. */
  'ask-here'(): void
}
