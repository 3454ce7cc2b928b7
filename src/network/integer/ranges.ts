import type { Layer } from './graph.ts'
import { type Range, RELU6 } from './quantise.ts'

/** `models/apparel/ranges.json`: how large the outputs without a ReLU6 become. Written by `scripts/measure-ranges.ts`. */
export interface MeasuredRanges {
  /** Name of the network, as in its card. */
  network: string
  /** Largest magnitude of each output on the pictures that were looked at. */
  largest: Record<string, number>
}

/** 15 bits: 1.5 times what was measured, and twice that until the clamp. */
const LINEAR_MOST = 16_383
const ROOM = 1.5

/**
 * How integers stand for the outputs of each layer, by name. What is added has one unit.
 * @throws Error where an output was not measured
 */
export function rangesOf(layers: Layer[], { largest }: MeasuredRanges): Map<string, Range> {
  const ranges = new Map<string, Range>()
  const groups = new Map<string, { largest: number; names: string[] }>()
  for (const { name, isRelu6, residual } of layers) {
    if (isRelu6) {
      ranges.set(name, RELU6)
      continue
    }
    const size = largest[name]
    if (!size) throw new Error(`the range of ${name} was not measured`)
    const group = (residual && groups.get(residual)) || { largest: 0, names: [] }
    group.names.push(name)
    group.largest = Math.max(group.largest, size)
    groups.set(name, group)
  }
  for (const { largest, names } of new Set(groups.values()))
    for (const name of names)
      ranges.set(name, { unit: (largest * ROOM) / LINEAR_MOST, least: -LINEAR_MOST, most: LINEAR_MOST })
  return ranges
}
