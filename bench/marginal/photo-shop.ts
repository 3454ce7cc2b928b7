import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A shop whose pages show photographs. All files differ, so that each one is a run of the network. */
export interface PhotoShop {
  origin: string
  /** Reserves new pictures. @returns the number of the first */
  fresh(count: number): number
  /** URL of a picture. */
  picture(n: number): string
  /** A page that shows pictures. */
  shelf(first: number, count: number): string
  /** A page of the same site that only reads those pictures, which puts them into the site's HTTP cache. */
  reading(first: number, count: number): string
  /** Number of requests for pictures so far. */
  requests(): number
  close(): void
}

const style = `<style>
  body { margin: 20px; font: 14px sans-serif }
  main { display: grid; grid-template-columns: repeat(5, 1fr); gap: 16px }
  img { width: 100%; aspect-ratio: 1; display: block }
</style>`

/** Opens the shop on a free local port. @param files JPEGs */
export async function openPhotoShop(files: Buffer[]): Promise<PhotoShop> {
  let next = 0
  let requests = 0
  const server = createServer((request, response) => {
    const [, kind, first = '', count = ''] = (request.url ?? '/').split('/')
    const numbers = Array.from({ length: Number(count) }, (_, i) => Number.parseInt(first, 10) + i)
    if (kind === 'picture') {
      requests++
      const n = Number.parseInt(first, 10)
      response.writeHead(200, { 'content-type': 'image/jpeg', 'cache-control': 'max-age=3600' })
      // Decoders ignore data after the end of a JPEG, but it makes the file distinct.
      response.end(Buffer.concat([files[n % files.length] as Buffer, Buffer.from(`#${n}`)]))
    } else {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      response.end(`<!doctype html><html lang="en"><title>Shelf</title>${bodyOf(kind, numbers.map(path))}`)
    }
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin,
    fresh: count => {
      next += count
      return next - count
    },
    picture: n => origin + path(n),
    shelf: (first, count) => `${origin}/shelf/${first}/${count}`,
    reading: (first, count) => `${origin}/reading/${first}/${count}`,
    requests: () => requests,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

function path(n: number): string {
  return `/picture/${n}.jpg`
}

function bodyOf(kind: string | undefined, paths: string[]): string {
  if (kind === 'shelf') {
    const cards = paths.map((path, i) => `<article><img src="${path}" alt=""><h3>Item ${i}</h3></article>`)
    return `${style}<main>${cards.join('\n')}</main>`
  }
  const read = 'await Promise.all(paths.map(async path => (await fetch(path)).blob()))'
  return `<script type="module">const paths = ${JSON.stringify(paths)}; ${read}; document.title = 'read'</script>`
}
