import type { KindHead } from '../apparel/kind-answer.ts'
import type { Calibration } from '../apparel/prediction.ts'

/** `models/apparel/card.json`: the network's metadata. Written by `training/export.py`. */
export interface Card {
  name: string
  /** The eleven classes in the order of the logits. */
  classes: string[]
  /** Side of the square input in pixels. */
  inputSize: number
  calibration: Calibration
  /** Logits for `goldenPixels(inputSize)`, computed by PyTorch, and the maximum deviation of a backend. */
  golden: { logits: number[]; tolerance: number }
  /** Undefined for a network that knows none. */
  kinds?: Kinds
}

/** The second head, and its self-test. */
interface Kinds extends KindHead {
  /** Logits of the kinds for `goldenPixels(inputSize)`. */
  golden: number[]
}

/**
 * The picture of the self-test: RGB bytes [size, size, 3], made by integer arithmetic only, so that every language gives the
 * same. `training/export.py` draws it too.
 */
export function goldenPixels(size: number): Uint8Array {
  const pixels = new Uint8Array(size * size * 3)
  let i = 0
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++)
      for (let c = 0; c < 3; c++) pixels[i++] = (x * (3 + 2 * c) + y * (7 - 2 * c) + ((x * y) >> 4) * (c + 1)) & 255
  return pixels
}
