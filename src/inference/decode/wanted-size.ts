import type { PixelSize } from '../pixel-size.ts'

/** What size of a picture is wanted, in pixels: squashed into a square, or in its own shape and no larger than in the file. */
export type Wanted = { square: number } | { longerSide: number }

/** @param natural size of the picture in the file */
export function wantedSize(natural: PixelSize, wanted: Wanted): PixelSize {
  if ('square' in wanted) return { width: wanted.square, height: wanted.square }
  const scale = Math.min(1, wanted.longerSide / Math.max(natural.width, natural.height))
  const scaled = (length: number) => Math.max(1, Math.round(length * scale))
  return { width: scaled(natural.width), height: scaled(natural.height) }
}

/** The side for decoders, which leave at least twice as much of a large picture. */
export function decodedSide(wanted: Wanted): number {
  return 'square' in wanted ? wanted.square : Math.ceil(wanted.longerSide / 2)
}
