/** Encodes pixels as WebP for the history. */
export function encodeThumbnail(pixels: ImageData): Promise<Blob> {
  const canvas = new OffscreenCanvas(pixels.width, pixels.height)
  canvas.getContext('2d')?.putImageData(pixels, 0, 0)
  return canvas.convertToBlob({ type: 'image/webp', quality: 0.8 })
}
