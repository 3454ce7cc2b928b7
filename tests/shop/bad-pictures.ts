import type { ServerResponse } from 'node:http'
import sharp from 'sharp'
import { createDrawOnce } from './draw-once.ts'
import { drawPicture } from './pictures.ts'

const MEGABYTE = 1024 * 1024
const drawOnce = createDrawOnce<Buffer>()

/** Broken pictures as they occur on the web, served under `/bad/<kind>`. */
export const badPictures = {
  /** A PNG signature followed by garbage. */
  corrupt: response => {
    const png = Buffer.alloc(2000, 0x5a)
    png.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
    send(response, 'image/png', png)
  },
  truncated: async response => {
    const jpeg = await drawPicture('1f455', 5)
    send(response, 'image/jpeg', jpeg.subarray(0, 300))
  },
  empty: response => send(response, 'image/jpeg', new Uint8Array()),
  'not-an-image': response => send(response, 'image/png', Buffer.from('<!doctype html><h1>Please sign in</h1>')),
  missing: response => refuse(response, 404),
  broken: response => refuse(response, 500),
  /** Sends the first bytes, and never the rest. */
  endless: async response => {
    const jpeg = await drawPicture('1f455', 6)
    response.writeHead(200, { 'content-type': 'image/jpeg', 'content-length': jpeg.length })
    response.write(jpeg.subarray(0, 200))
  },
  /** 56 megapixels in a few kilobytes. */
  'many-pixels': async response => {
    const flat = sharp({ create: { width: 8000, height: 7000, channels: 3, background: '#4477aa' } })
    const draw = () => flat.png({ palette: true, colours: 2 }).toBuffer()
    send(response, 'image/png', await drawOnce('many-pixels', draw))
  },
  /** A valid picture in a file of 26 MB. */
  'many-bytes': async response => {
    const jpeg = await drawPicture('1f455', 7)
    send(response, 'image/jpeg', Buffer.concat([jpeg, Buffer.alloc(26 * MEGABYTE)]))
  },
} satisfies Record<string, (response: ServerResponse) => void | Promise<void>>

export type BadPicture = keyof typeof badPictures

function send(response: ServerResponse, type: string, bytes: Uint8Array): void {
  response.writeHead(200, { 'content-type': type, 'content-length': bytes.length }).end(bytes)
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'image/png' }).end()
}
