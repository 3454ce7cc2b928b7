/** Encodes pixels as WebP for the history. */
export async function encodeThumbnail(pixels: ImageData): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = new OffscreenCanvas(pixels.width, pixels.height)
  // Else it would look for a GPU, and a worker has to wait for the host's own thread for that.
  canvas.getContext('2d', { willReadFrequently: true })?.putImageData(pixels, 0, 0)
  const file = await canvas.convertToBlob({ type: 'image/webp', quality: 0.8 })
  return new Uint8Array(await file.arrayBuffer())
}
