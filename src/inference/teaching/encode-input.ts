/** Encodes the network's input as a WebP file. @param pixels RGB bytes [side, side, 3] */
export async function encodeInput(pixels: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const side = Math.sqrt(pixels.length / 3)
  const image = new ImageData(side, side)
  for (let from = 0, to = 0; to < image.data.length; from += 3, to += 4) {
    image.data[to] = pixels[from] ?? 0
    image.data[to + 1] = pixels[from + 1] ?? 0
    image.data[to + 2] = pixels[from + 2] ?? 0
    image.data[to + 3] = 255
  }
  const canvas = new OffscreenCanvas(side, side)
  canvas.getContext('2d', { willReadFrequently: true })?.putImageData(image, 0, 0)
  const file = await canvas.convertToBlob({ type: 'image/webp', quality: 0.8 })
  return new Uint8Array(await file.arrayBuffer())
}
