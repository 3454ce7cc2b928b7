import type { IncomingMessage, ServerResponse } from 'node:http'

/** Whether a page's own element has requested a picture, and not the extension or a script. */
export function isFromElement({ headers }: IncomingMessage): boolean {
  return headers['sec-fetch-dest'] === 'image'
}

/** Sends a JPEG. */
export function sendJpeg(response: ServerResponse, bytes: Uint8Array, headers: Record<string, string> = {}): void {
  response.writeHead(200, { 'content-type': 'image/jpeg', ...headers }).end(bytes)
}
