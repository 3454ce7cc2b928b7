/** A picture's dimensions in pixels. */
export interface PixelSize {
  width: number
  height: number
}
