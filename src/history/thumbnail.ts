import { toBase64 } from './base64.ts'

/** The kinds of picture file that a tag may have, by how they begin. */
const kinds = [
  { type: 'image/webp', extension: 'webp', start: /^RIFF.{4}WEBP/s },
  { type: 'image/png', extension: 'png', start: /^\x89PNG\r\n/ },
  { type: 'image/jpeg', extension: 'jpg', start: /^\xff\xd8\xff/ },
] as const

/** What kind of picture a file is by its first bytes; undefined where it is none that a tag may have. */
export function pictureKind(file: Uint8Array): (typeof kinds)[number] | undefined {
  const start = String.fromCharCode(...file.subarray(0, 12))
  return kinds.find(kind => kind.start.test(start))
}

/** A thumbnail for an `<img>`, as a `data:` address. */
export function toAddress(bytes: Uint8Array): string {
  return `data:${pictureKind(bytes)?.type ?? ''};base64,${toBase64(bytes)}`
}

/** A stored thumbnail's bytes. */
export async function toBytes(stored: Uint8Array<ArrayBuffer> | Blob): Promise<Uint8Array<ArrayBuffer>> {
  return stored instanceof Blob ? new Uint8Array(await stored.arrayBuffer()) : stored
}
