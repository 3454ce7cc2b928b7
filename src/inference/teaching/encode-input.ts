import { encodeThumbnail } from '../tag/thumbnail.ts'

/** Encodes the network's input as a picture file. @param pixels RGB bytes [side, side, 3] */
export function encodeInput(pixels: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const side = Math.sqrt(pixels.length / 3)
  const image = new ImageData(side, side)
  for (let from = 0, to = 0; to < image.data.length; from += 3, to += 4) {
    image.data[to] = pixels[from] ?? 0
    image.data[to + 1] = pixels[from + 1] ?? 0
    image.data[to + 2] = pixels[from + 2] ?? 0
    image.data[to + 3] = 255
  }
  return encodeThumbnail(image)
}
