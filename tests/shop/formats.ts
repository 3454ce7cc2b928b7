import sharp from 'sharp'
import { createDrawOnce } from './draw-once.ts'
import { drawPicture } from './pictures.ts'

/** Converts a JPEG to another format. */
type Encode = (jpeg: Uint8Array) => Promise<Uint8Array>

/** Formats that browsers show, served under `/format/<name>/<code>/<variant>`. */
const formats: Record<string, { type: string; encode: Encode }> = {
  avif: { type: 'image/avif', encode: jpeg => sharp(jpeg).avif({ effort: 0 }).toBuffer() },
  webp: { type: 'image/webp', encode: jpeg => sharp(jpeg).webp().toBuffer() },
  gif: { type: 'image/gif', encode: jpeg => sharp(jpeg).gif().toBuffer() },
  png: { type: 'image/png', encode: jpeg => sharp(jpeg).png().toBuffer() },
  jpeg: { type: 'image/jpeg', encode: async jpeg => jpeg },
  svg: { type: 'image/svg+xml', encode: async jpeg => Buffer.from(drawing(jpeg)) },
  bmp: { type: 'image/bmp', encode: bitmap },
  ico: { type: 'image/x-icon', encode: icon },
}

/** Names of the formats. */
export const formatNames = Object.keys(formats)

const drawOnce = createDrawOnce<Uint8Array>()

/** A picture of the test shop in another format, cached. @throws Error for an unknown format */
export async function drawFormat(
  name: string,
  code: string,
  variant: number,
): Promise<{ type: string; bytes: Uint8Array }> {
  const format = formats[name]
  if (!format) throw new Error(`There is no format ${name}.`)
  const draw = async () => format.encode(await drawPicture(code, variant))
  return { type: format.type, bytes: await drawOnce(`${name}/${code}/${variant}`, draw) }
}

function drawing(jpeg: Uint8Array): string {
  const data = Buffer.from(jpeg).toString('base64')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="320" viewBox="0 0 320 320">
    <image href="data:image/jpeg;base64,${data}" width="320" height="320"/></svg>`
}

/** A top-down BMP of 32 bits per pixel with a BITMAPINFOHEADER. */
async function bitmap(jpeg: Uint8Array): Promise<Uint8Array> {
  const { data, info } = await sharp(jpeg).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  for (let i = 0; i < data.length; i += 4) [data[i], data[i + 2]] = [data[i + 2] ?? 0, data[i] ?? 0]
  const header = Buffer.alloc(54)
  header.write('BM')
  header.writeUInt32LE(54 + data.length, 2)
  header.writeUInt32LE(54, 10)
  header.writeUInt32LE(40, 14)
  header.writeInt32LE(info.width, 18)
  header.writeInt32LE(-info.height, 22)
  header.writeUInt16LE(1, 26)
  header.writeUInt16LE(32, 28)
  return Buffer.concat([header, data])
}

/** An ICO file with one PNG of 128 px. */
async function icon(jpeg: Uint8Array): Promise<Uint8Array> {
  const png = await sharp(jpeg).resize(128, 128).png().toBuffer()
  const header = Buffer.alloc(22)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(1, 4)
  header.set([128, 128], 6)
  header.writeUInt16LE(1, 10)
  header.writeUInt16LE(32, 12)
  header.writeUInt32LE(png.length, 14)
  header.writeUInt32LE(22, 18)
  return Buffer.concat([header, png])
}
