import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type BadPicture, badPictures } from './bad-pictures.ts'
import { drawFormat } from './formats.ts'
import { Gates } from './gates.ts'
import { drawHuge } from './huge-pictures.ts'
import { drawAside, drawPicture } from './pictures.ts'
import { drawScene } from './scene.ts'

/** A shop on two sites, as is usual: one serves pages and pictures, the other only pictures. */
export interface TestShop {
  /** `http://127.0.0.1:…` */
  origin: string
  /** `http://localhost:…`: another host, so that it needs its own permission. */
  elsewhere: string
  /** `http://<name>.localhost:…`: any number of further hosts with the same pictures. */
  host(name: string): string
  /** Publishes a page, or a document of another type. @param headers HTTP headers of the response @returns its URL */
  page(html: string, headers?: Record<string, string>): string
  /** Serves a path, with any query, on all hosts as the test wants. @returns the path */
  serve(path: string, handler: Handler): string
  /** How often a script or the extension fetched a path, with any query. Loads by `<img>` and CSS do not count. */
  fetches(path: string): number
  /** The referrers of those requests in order, '' for none. */
  referrers(path: string): string[]
  /** Lets responses to fetches of `…?held-<name>` go. Until then they are held, except for refusals. */
  release(name: string): void
  close(): void
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

interface Page {
  html: string
  headers: Record<string, string>
}

/** Opens the shop on two free local ports. Both serve all pictures, and neither allows CORS. */
export async function openTestShop(): Promise<TestShop> {
  const pages: Page[] = []
  const handlers = new Map<string, Handler>()
  const gates = new Gates()
  const fetched: { path: string; referrer: string }[] = []
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    const { referer: referrer = '', 'sec-fetch-dest': use } = request.headers
    if (use === 'empty') fetched.push({ path: pathOf(request), referrer })
    const gate = use === 'empty' && !isRefused(request) ? request.url?.split('?held-')[1] : undefined
    const turn = gate ? gates.pass(gate) : Promise.resolve()
    const handler = handlers.get(pathOf(request)) ?? ((...both) => answer(pages, ...both))
    turn.then(() => handler(request, response)).catch(error => response.writeHead(500).end(String(error)))
  }
  const servers = [createServer(listener), createServer(listener)] as const
  const [port, otherPort] = await Promise.all(servers.map(listen))
  const origin = `http://127.0.0.1:${port}`
  const fetchesOf = (path: string) => fetched.filter(fetch => fetch.path === path.split('?', 1)[0])
  return {
    origin,
    elsewhere: `http://localhost:${otherPort}`,
    host: name => `http://${name}.localhost:${otherPort}`,
    page: (html, headers = {}) =>
      `${origin}/page/${pages.push({ html: 'content-type' in headers ? html : document(html), headers }) - 1}`,
    serve: (path, handler) => {
      handlers.set(path, handler)
      return path
    },
    fetches: path => fetchesOf(path).length,
    referrers: path => fetchesOf(path).map(({ referrer }) => referrer),
    release: name => gates.open(name),
    close: () => {
      for (const server of servers) {
        server.close()
        server.closeAllConnections()
      }
    },
  }
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

async function answer(pages: Page[], request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [, kind, name = '', variant] = pathOf(request).split('/')
  const page = pages[Number(name)]
  const huge = kind === 'huge' ? await drawHuge(name) : undefined
  if (kind === 'bad' && name in badPictures) await badPictures[name as BadPicture](response)
  else if (isRefused(request)) response.writeHead(403).end()
  else if (kind === 'picture' || kind === 'guarded') {
    response.writeHead(200, { 'content-type': 'image/jpeg' }).end(await drawPicture(name, Number(variant)))
  } else if (kind === 'format') {
    const [, , , code = '', number] = pathOf(request).split('/')
    const { type, bytes } = await drawFormat(name, code, Number(number))
    response.writeHead(200, { 'content-type': type }).end(bytes)
  } else if (kind === 'huge' && huge) {
    response.writeHead(200, { 'content-type': huge.type }).end(huge.bytes)
  } else if (kind === 'aside') {
    response.writeHead(200, { 'content-type': 'image/jpeg' }).end(await drawAside(name, Number(variant)))
  } else if (kind === 'scene') {
    response.writeHead(200, { 'content-type': 'image/jpeg' }).end(await drawScene(Number(name)))
  } else if (kind === 'page' && page) {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...page.headers }).end(page.html)
  } else response.writeHead(404).end()
}

/** Refuses requests without a referrer, as many servers do to prevent hotlinking. */
function isRefused(request: IncomingMessage): boolean {
  return pathOf(request).startsWith('/guarded/') && !request.headers.referer
}

/** The path without the query, with which a page can make a thousand URLs of one picture. */
function pathOf({ url = '/' }: IncomingMessage): string {
  return url.split('?', 1)[0] ?? '/'
}

function document(body: string): string {
  return `<!doctype html><html lang="en"><title>Test shop</title><link rel="icon" href="data:,">
<style>body { font: 14px sans-serif; margin: 20px } img { width: 200px; height: 200px; margin: 10px }</style>
${body}`
}
