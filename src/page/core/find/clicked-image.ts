/** What the browser says of an image that the user has right-clicked. */
export interface ClickedImage {
  srcUrl: string
  /** Whether the click was in a frame that no script of ours may enter. */
  isElsewhere: boolean
}
