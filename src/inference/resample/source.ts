import type { Size } from '../pixel-size.ts'

/** How pixels lie in memory. The X of a format is a byte that says nothing; colours are not premultiplied. */
export type Format = 'RGB' | 'RGBA' | 'RGBX' | 'BGRA' | 'BGRX' | Planes

/** Luma, and chroma that may be halved. */
export interface Planes {
  /** How many columns and rows share one value of chroma. */
  chroma: { columns: 1 | 2; rows: 1 | 2 }
  /** Whose way of making RGB of it. */
  of: 'jpeg' | 'webp'
}

/** A picture that is to be squashed. */
export interface Source extends Size {
  format: Format
  /** Bytes that it takes. */
  bytes: number
  /** Writes it. @returns where each of its planes lies */
  write(to: Uint8Array): PlaneLayout[] | Promise<PlaneLayout[]>
}

/** Pixels as a canvas gives them: RGBA, not premultiplied. */
export interface Picture extends Size {
  data: Uint8ClampedArray
}

/** @throws RangeError where the picture has no pixels, or fewer than its width and height say */
export function fromCanvas({ data, width, height }: Picture): Source {
  if (width < 1 || height < 1 || data.length < width * height * 4)
    throw new RangeError(`expected ${width}×${height} RGBA pixels, got ${data.length} bytes`)
  return { width, height, format: 'RGBA', ...packed(data, width * 4) }
}

/** RGB bytes [height, width, 3]. */
export function fromRgb(data: Uint8Array, { width, height }: Size): Source {
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
