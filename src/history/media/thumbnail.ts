import { toBase64 } from './base64.ts'

/** The file types that a thumbnail may have, with the bytes they begin with. */
const kinds = [
  { type: 'image/webp', extension: 'webp', start: /^RIFF.{4}WEBP/s },
  { type: 'image/png', extension: 'png', start: /^\x89PNG\r\n/ },
  { type: 'image/jpeg', extension: 'jpg', start: /^\xff\xd8\xff/ },
] as const

/** Detects a file's type from its first bytes; undefined if a thumbnail may not have this type. */
export function pictureKind(file: Uint8Array): (typeof kinds)[number] | undefined {
  const start = String.fromCharCode(...file.subarray(0, 12))
  return kinds.find(kind => kind.start.test(start))
}

/** A thumbnail as a `data:` URL, for an `<img>`. */
export function toDataUrl(bytes: Uint8Array): string {
  return `data:${pictureKind(bytes)?.type ?? ''};base64,${toBase64(bytes)}`
}

/** The bytes of a stored thumbnail; version 1 of the database stored Blobs. */
export async function toBytes(stored: Uint8Array<ArrayBuffer> | Blob): Promise<Uint8Array<ArrayBuffer>> {
  return stored instanceof Blob ? new Uint8Array(await stored.arrayBuffer()) : stored
}
