import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { drawPicture, garmentCodes } from '../../tests/shop/pictures.ts'
import { drawLarge, type Format, withNumber } from './large-pictures.ts'

/** A shop of garments whose pictures are drawn beforehand, so that the server takes no time from what is measured. */
export interface BenchShop {
  origin: string
  /** Numbers for so many pictures that were not shown before. @returns the first */
  fresh(count: number): number
  /** Puts up a page. @returns its address */
  page(html: string): string
  /** Addresses of so many pictures of 1000 × 1000 px in a format, that were not shown before. */
  large(format: Format, count: number): string[]
  /** Bytes of such a picture. */
  size(format: Format): number
  /** How often anything was asked of the server. */
  requests(): number
  close(): void
}

/** Path of the n-th picture. Each is a file of its own, so that each is a run of the network. */
export function pictureAt(n: number): string {
  return `/picture/${n}.jpg`
}

/** Opens the shop on a free port of this machine. */
export async function openBenchShop(): Promise<BenchShop> {
  const drawn = await Promise.all(garmentCodes.map((code, i) => drawPicture(code, i)))
  const large = await drawLarge()
  const pages: string[] = []
  let next = 0
  let requests = 0
  const server = createServer((request, response) => {
    requests++
    const [, kind, name = ''] = (request.url ?? '/').split('/')
    if (kind === 'picture') {
      const n = Number.parseInt(name, 10)
      response.writeHead(200, { 'content-type': 'image/jpeg', 'cache-control': 'max-age=3600' })
      // What follows the end of a JPEG is not drawn, but makes it another file.
      response.end(Buffer.concat([drawn[n % drawn.length] ?? new Uint8Array(), Buffer.from(`#${n}`)]))
    } else if (kind === 'large') {
      const [n = '', format = 'jpeg'] = name.split('.')
      response.writeHead(200, { 'content-type': `image/${format}`, 'cache-control': 'max-age=3600' })
      response.end(withNumber(large[format as Format], Number(n)))
    } else if (kind === 'page' && pages[Number(name)]) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(pages[Number(name)])
    } else response.writeHead(404).end()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const fresh = (count: number) => {
    next += count
    return next - count
  }
  return {
    origin,
    fresh,
    large: (format, count) => {
      const first = fresh(count)
      return Array.from({ length: count }, (_, i) => `${origin}/large/${first + i}.${format}`)
    },
    size: format => large[format].length,
    requests: () => requests,
    page: html => `${origin}/page/${pages.push(html) - 1}`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
