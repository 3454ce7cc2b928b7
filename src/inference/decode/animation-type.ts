/** `acTL`, the chunk that makes a PNG an animation. */
const ANIMATION_CONTROL = [0x61, 0x63, 0x54, 0x4c]
/** The chunk comes before the first frame's pixels. Colour profiles and texts may precede it. */
const MAX_HEADER_BYTES = 64 * 1024

/**
 * The media type of a file that may be an animation, by its signature, because servers often name another; undefined for
 * other files.
 */
export function animationType(bytes: Uint8Array): string | undefined {
  const name = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))
  if (name(0, 4) === 'GIF8') return 'image/gif'
  if (name(0, 4) === 'RIFF' && name(8, 16) === 'WEBPVP8X') return 'image/webp'
  if (name(4, 12) === 'ftypavis') return 'image/avif'
  return name(1, 4) === 'PNG' && hasAnimationControl(bytes) ? 'image/png' : undefined
}

function hasAnimationControl(bytes: Uint8Array): boolean {
  const header = bytes.subarray(0, MAX_HEADER_BYTES)
  for (let at = header.indexOf(0x61); at >= 0; at = header.indexOf(0x61, at + 1))
    if (ANIMATION_CONTROL.every((byte, i) => header[at + i] === byte)) return true
  return false
}
