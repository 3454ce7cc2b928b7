import type { Box } from '../garments/found-garment.ts'

/** Where the garment of a tag was found, if it is one of several in a picture. */
export interface PicturePart {
  /** SHA-256 of the picture's bytes in hex. If the picture as a whole has a tag too, that is its id. */
  of: string
  box: Box
}

/**
 * The id of the tag of a garment in a picture: always the same, so that the same picture adds nothing when it is seen again.
 * @param of id of the picture
 * @param name of the garment, as it was found
 * @param index among the garments of this name in the picture
 * @returns 64 lower-case hexadecimal digits
 */
export async function partId(of: string, name: string, index: number): Promise<string> {
  const text = new TextEncoder().encode(`${of} ${name} ${index}`)
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', text))
  return Array.from(digest, byte => byte.toString(16).padStart(2, '0')).join('')
}

/** Whether a value, as from a file, says of which picture a tag is a part. */
export function isPart(value: unknown): boolean {
  if (!isRecord(value) || Object.keys(value).length !== 2 || !isRecord(value.box)) return false
  const { left, top, right, bottom, ...more } = value.box
  const isBox = [left, top, right, bottom].every(isFraction) && Object.keys(more).length === 0
  return typeof value.of === 'string' && /^[\da-f]{64}$/.test(value.of) && isBox
}

function isFraction(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value <= 1
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
