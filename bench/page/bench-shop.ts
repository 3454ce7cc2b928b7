import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { drawPicture, garmentCodes, otherCodes } from '../../tests/shop/pictures.ts'
import { drawLarge, type Format, withNumber } from './large-pictures.ts'

/** A shop of garments with pictures drawn beforehand, so that the server takes no processor time while measuring. */
export interface BenchShop {
  origin: string
  /** Reserves numbers for `count` new pictures. @returns the first number */
  fresh(count: number): number
  /** Publishes a page. @returns its URL */
  page(html: string): string
  /** Path of the n-th picture of something that is no garment. */
  other(n: number): string
  /** SHA-256 in hex of the file at a path, which is the id of its tag. */
  digest(path: string): string
  /** URLs of `count` new pictures of 1000 × 1000 px in a format. */
  large(format: Format, count: number): string[]
  /** File size of such a picture in bytes. */
  size(format: Format): number
  /** Number of requests so far. */
  requests(): number
  close(): void
}

/** Path of the n-th picture. All files differ, so that each one is a run of the network. */
export function pictureAt(n: number): string {
  return `/picture/${n}.jpg`
}

/** Opens the shop on a free local port. */
export async function openBenchShop(): Promise<BenchShop> {
  const drawn: Record<string, Uint8Array[]> = {
    picture: await Promise.all(garmentCodes.map((code, i) => drawPicture(code, i))),
    other: await Promise.all(otherCodes.map((code, i) => drawPicture(code, i))),
  }
  const large = await drawLarge()
  const pages: string[] = []
  let next = 0
  let requests = 0
  const fileAt = (path: string): Buffer | undefined => {
    const [, kind = '', name = ''] = path.split('/')
    const [number = '', format = ''] = name.split('.')
    const n = Number(number)
    if (kind === 'large') return withNumber(large[format as Format], n)
    const files = drawn[kind]
    // Decoders ignore data after the end of a JPEG, but it makes the file distinct.
    return files && Buffer.concat([files[n % files.length] ?? new Uint8Array(), Buffer.from(`#${n}`)])
  }
  const server = createServer((request, response) => {
    requests++
    const path = request.url ?? '/'
    const [, kind, name = ''] = path.split('/')
    const file = fileAt(path)
    if (file) {
      const type = `image/${name.split('.')[1]?.replace('jpg', 'jpeg')}`
      response.writeHead(200, { 'content-type': type, 'cache-control': 'max-age=3600' }).end(file)
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
    other: n => `/other/${n}.jpg`,
    digest: path =>
      createHash('sha256')
        .update(fileAt(path) ?? '')
        .digest('hex'),
    size: format => large[format].length,
    requests: () => requests,
    page: html => `${origin}/page/${pages.push(html) - 1}`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
