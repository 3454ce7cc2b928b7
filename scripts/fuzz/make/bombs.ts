import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { drawHuge, hugeKinds } from '../../../tests/shop/huge-pictures.ts'
import type { Format } from './formats.ts'

/** A small file that unpacks to something large. */
export interface Bomb {
  name: string
  format: Format
  /** Whether a page that shows it is slow by itself, whatever the extension does. */
  stallsPages?: true
  bytes: Uint8Array
}

const MEGABYTE = 1024 * 1024

/** Makes all bombs, which takes a few seconds. */
export async function makeBombs(): Promise<Bomb[]> {
  const huge = hugeKinds.map(async (kind): Promise<Bomb> => {
    const { bytes = new Uint8Array() } = (await drawHuge(kind)) ?? {}
    return { name: `huge ${kind}`, format: kind.split('-')[0] as Format, bytes }
  })
  // Just below the limit of 50 megapixels, so that it is decoded.
  const large = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#47a' } })
  return [
    ...(await Promise.all(huge)),
    { name: 'large png', format: 'png', bytes: await large(7000, 7000).png({ palette: true, colours: 2 }).toBuffer() },
    { name: 'large webp', format: 'webp', bytes: await large(16_000, 3000).webp({ effort: 0 }).toBuffer() },
    { name: 'large jpeg', format: 'jpeg', bytes: await large(7000, 7000).jpeg().toBuffer() },
    { name: 'png with long texts', format: 'png', bytes: await pngWithTexts() },
    { name: 'gif of many frames', format: 'gif', bytes: gifOfFrames(2000) },
    { name: 'svg of entities', format: 'svg', bytes: svgOfEntities() },
    { name: 'svg of uses', format: 'svg', stallsPages: true, bytes: svgOfUses(9) },
    { name: 'svg of deep groups', format: 'svg', bytes: svgOfGroups(5000) },
  ]
}

/** A small PNG with compressed texts and a colour profile of 64 MB each. */
async function pngWithTexts(): Promise<Uint8Array> {
  const png = await sharp({ create: { width: 96, height: 96, channels: 3, background: '#47a' } })
    .png()
    .toBuffer()
  const long = deflateSync(Buffer.alloc(64 * MEGABYTE, 0x20))
  const text = chunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), long]))
  const profile = chunk('iCCP', Buffer.concat([Buffer.from('icc\0\0'), long]))
  return Buffer.concat([png.subarray(0, 33), profile, text, text, png.subarray(33)])
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A GIF of 1000 × 1000 pixels whose frames have one pixel each. */
function gifOfFrames(count: number): Uint8Array {
  const head = Buffer.from('474946383961e803e8038000001144aaffffff', 'hex')
  const frame = Buffer.from('21f904040a0000002c0000000001000100000202440100', 'hex')
  return Buffer.concat([head, ...Array.from({ length: count }, () => frame), Buffer.from(';')])
}

/** An SVG whose text would be 10⁹ words if the parser let it ("billion laughs"). */
function svgOfEntities(): Uint8Array {
  const entities = Array.from({ length: 9 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`)
  return Buffer.from(`<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY e0 "ha">${entities.join('')}]>
<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96"><text y="50">&e9;</text></svg>`)
}

/** An SVG that draws a shape 10^levels times. */
function svgOfUses(levels: number): Uint8Array {
  const groups = Array.from({ length: levels }, (_, i) => `<g id="g${i + 1}">${`<use href="#g${i}"/>`.repeat(10)}</g>`)
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96"><defs>
<rect id="g0" width="50" height="50"/>${groups.join('')}</defs><use href="#g${levels}"/></svg>`)
}

function svgOfGroups(depth: number): Uint8Array {
  const circle = '<circle r="40" fill="#47a"/>'
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96">${'<g>'.repeat(depth)}${circle}${'</g>'.repeat(depth)}</svg>`,
  )
}
