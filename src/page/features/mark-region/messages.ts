export interface MarkRegionMessages {
  /** Lets the user mark a part of the screen, to ask what it shows. */
  'mark-region'(): void
}
