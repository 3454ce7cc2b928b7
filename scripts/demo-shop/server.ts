import { readFile } from 'node:fs/promises'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { shopPage } from './page.ts'
import { type Served, servedPicture, widths } from './pictures.ts'
import type { Shelf } from './shelf.ts'

/** A running shop. */
export interface DemoShop {
  url: string
  close(): void
}

/** Serves the shop on the loopback interface, on a free port. */
export async function openDemoShop(shelves: Shelf[]): Promise<DemoShop> {
  const server = createServer((request, response) => {
    answer(shelves, request.url ?? '/').then(
      served => send(response, served),
      error => response.writeHead(500).end(String(error)),
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  const close = () => {
    server.close()
    server.closeAllConnections()
  }
  return { url: `http://127.0.0.1:${port}/`, close }
}

/**
 * Requests never become file paths: pictures are addressed by their position on the shelves.
 * @param url a path, or a whole URL as a proxy is asked for it
 */
async function answer(shelves: Shelf[], url: string): Promise<Served | undefined> {
  const path = url.replace(/^https?:\/\/[^/]*/, '').replace(/[?#].*/, '')
  if (path === '/') return { type: 'text/html; charset=utf-8', bytes: Buffer.from(shopPage(shelves)) }
  if (path === '/shop.css') return { type: 'text/css', bytes: await readFile(new URL('shop.css', import.meta.url)) }
  const [, shelf, item, width] = (/^\/pictures\/(\d+)-(\d+)-(\d+)$/.exec(path) ?? []).map(Number)
  const found = shelves[shelf ?? -1]?.items[item ?? -1]
  return found && widths.some(known => known === width) ? servedPicture(found, width ?? 0) : undefined
}

function send(response: ServerResponse, served: Served | undefined): void {
  if (!served) response.writeHead(404).end()
  else response.writeHead(200, { 'content-type': served.type, 'cache-control': 'max-age=600' }).end(served.bytes)
}
