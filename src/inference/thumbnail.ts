/** Encodes pixels as WebP for the history. */
export async function encodeThumbnail(pixels: ImageData): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = new OffscreenCanvas(pixels.width, pixels.height)
  canvas.getContext('2d')?.putImageData(pixels, 0, 0)
  const file = await canvas.convertToBlob({ type: 'image/webp', quality: 0.8 })
  return new Uint8Array(await file.arrayBuffer())
}
