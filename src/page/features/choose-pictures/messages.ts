export interface ChoosePicturesMessages {
  /** Lets the user choose pictures of the page that show the same thing, to teach what that is. */
  'choose-pictures'(): void
}
