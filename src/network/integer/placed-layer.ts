import type { Layer } from './graph.ts'
import type { Bytes, Shorts } from './quantise.ts'
import type { OutputScale } from './ranges.ts'

/** A layer with the addresses of everything that it reads and writes. */
export interface PlacedLayer extends Layer {
  weightsAt: number
  inputAt: number
  inputScale: Bytes | Shorts
  /** 0 if nothing is added to the output. */
  residualAt: number
  /** The output as int16; 0 if no layer reads it so. */
  shortsAt: number
  /** The output as bytes; 0 if no layer reads it so. */
  bytesAt: number
  /** The table that converts int16 to bytes; 0 unless the layer writes both. */
  tableAt: number
  outputScale: OutputScale
}
