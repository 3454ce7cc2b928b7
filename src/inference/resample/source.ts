import type { PixelSize } from '../pixel-size.ts'

/** The pixel format. X is an unused byte; alpha is not premultiplied. */
export type Format = 'RGB' | 'RGBA' | 'RGBX' | 'BGRA' | 'BGRX' | Planes

/** Planar YCbCr, with chroma possibly subsampled. */
export interface Planes {
  /** How many columns and rows share one chroma value. */
  chroma: { columns: 1 | 2; rows: 1 | 2 }
  /** Which decoder's conversion to RGB to use. */
  of: 'jpeg' | 'webp'
}

/** A picture to resample. */
export interface Source extends PixelSize {
  format: Format
  /** Size in bytes. */
  bytes: number
  /** Copies the pixels. @returns the layout of each plane */
  write(to: Uint8Array): PlaneLayout[] | Promise<PlaneLayout[]>
}

/** Pixels from a canvas: RGBA, not premultiplied. */
export interface Picture extends PixelSize {
  data: Uint8ClampedArray
}

/** @throws RangeError if the picture has no pixels, or fewer than its width and height require */
export function fromCanvas({ data, width, height }: Picture): Source {
  if (width < 1 || height < 1 || data.length < width * height * 4)
    throw new RangeError(`expected ${width}×${height} RGBA pixels, got ${data.length} bytes`)
  return { width, height, format: 'RGBA', ...packed(data, width * 4) }
}

/** RGB bytes [height, width, 3]. */
export function fromRgb(data: Uint8Array, { width, height }: PixelSize): Source {
  return { width, height, format: 'RGB', ...packed(data, width * 3) }
}

function packed(data: Uint8Array | Uint8ClampedArray, stride: number): Pick<Source, 'bytes' | 'write'> {
  return {
    bytes: data.length,
    write: to => {
      to.set(data)
      return [{ offset: 0, stride }]
    },
  }
}
