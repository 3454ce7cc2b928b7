import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { PictureCase } from '../make/picture-case.ts'

/** Serves damaged pictures and the pages that show them. */
export interface FileServer {
  origin: string
  /** Publishes a picture. @returns its URL */
  file(picture: PictureCase): string
  /** Publishes a page. @returns its URL */
  page(html: string): string
  /** Forgets everything that was published. */
  clear(): void
  close(): void
}

interface Published {
  type: string
  bytes: Uint8Array
}

/** Opens the server on a free local port. */
export async function openFileServer(): Promise<FileServer> {
  const published = new Map<string, Published>()
  let pages = 0
  const server = createServer(({ url = '/' }, response) => {
    const found = published.get(url)
    // A length is sent even with an empty file, or Node would send it in chunks.
    if (!found) response.writeHead(404).end()
    else {
      const type = found.type && { 'content-type': found.type }
      response.writeHead(200, { 'content-length': found.bytes.length, ...(type || {}) }).end(found.bytes)
    }
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const publish = (path: string, type: string, bytes: Uint8Array) => {
    published.set(path, { type, bytes })
    return origin + path
  }
  return {
    origin,
    file: ({ seed, way, type, bytes, extension }) =>
      publish(`/${way}/${seed}/picture${extension && `.${extension}`}`, type, bytes),
    page: html => publish(`/page/${++pages}`, 'text/html; charset=utf-8', Buffer.from(html)),
    clear: () => published.clear(),
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
