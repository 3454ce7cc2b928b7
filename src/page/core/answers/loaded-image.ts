/**
 * The page's own copy of a picture, as the browser holds it in memory; undefined if the page has not loaded it. It requests
 * nothing: the browser completes an image of its document's list of available images at once, and any other not before this
 * returns (https://html.spec.whatwg.org/#the-list-of-available-images).
 * @param crossOrigin of the element that loaded it
 */
export function loadedImage(url: string, crossOrigin: string | null = null): HTMLImageElement | undefined {
  const image = new Image()
  image.crossOrigin = crossOrigin
  image.src = url
  if (image.complete && image.naturalWidth) return image
  image.src = ''
  return undefined
}
