/** One for all: each would stay until the collector comes for it. */
let canvas: OffscreenCanvas | undefined

/** Encodes pixels as WebP for the history; one picture at a time. */
export async function encodeThumbnail(pixels: ImageData): Promise<Uint8Array<ArrayBuffer>> {
  canvas ??= new OffscreenCanvas(pixels.width, pixels.height)
  Object.assign(canvas, { width: pixels.width, height: pixels.height })
  canvas.getContext('2d', { willReadFrequently: true })?.putImageData(pixels, 0, 0)
  const file = await canvas.convertToBlob({ type: 'image/webp', quality: 0.8 })
  return new Uint8Array(await file.arrayBuffer())
}
