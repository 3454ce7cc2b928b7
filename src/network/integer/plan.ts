import type { Arena } from './arena.ts'
import type { Layer } from './graph.ts'
import type { Kernels } from './kernels.ts'
import { layerBytes, scratchBytes, tableBytes } from './pack.ts'
import type { PlacedLayer } from './placed-layer.ts'
import { type Bytes, LARGEST_BYTE, PICTURE, type Shorts } from './quantise.ts'
import type { OutputScale } from './ranges.ts'

/** The network laid out in a memory that need not be there yet. */
export interface Plan {
  layers: PlacedLayer[]
  /** The last of them. */
  features: PlacedLayer
  /** Pixels. */
  pictureSide: number
  /** RGB bytes [size, size, 3]. */
  pictureAt: number
  /** Patches of one row, for `firstConv`. */
  patchesAt: number
  /** A row that stays zero. */
  zerosAt: number
  /** Where outputs come later: room for `packLayer`. */
  scratchAt: number
}

/** Bytes behind the picture that `firstConv` may read. */
const BEYOND = 16
/** Bytes of one patch of `firstConv`. */
const PATCH = 56

/**
 * Gives everything its place: weights for good, outputs from their own layer to the last that reads them.
 * @param size side of the picture, pixels
 */
export function planLayers(layers: Layer[], scales: Map<string, OutputScale>, size: number, arena: Arena): Plan {
  const inputScales = layers.map(layer => inputScaleOf(layer, scales))
  const weightsAt = layers.map((layer, i) => arena.take(layerBytes(layer, inputScales[i] as Bytes | Shorts)))
  const tablesAt = layers.map(layer => (scales.get(layer.name)?.multipliers ? arena.take(tableBytes(layer)) : 0))
  const pictureAt = arena.take(size * size * 3 + BEYOND)
  const patchesAt = arena.take((size / 2) * PATCH)
  const zerosAt = arena.take(Math.max(...layers.map(({ inputSide, depth }) => inputSide * depth * 2)))
  const scratchAt = arena.take(Math.max(...layers.map(scratchBytes)))
  arena.giveBack(scratchAt)
  const shortsAt = new Map<string, number>()
  const bytesAt = new Map<string, number>()
  const placed = layers.map((layer, i): PlacedLayer => {
    const { name, input, residual = '', side, channels } = layer
    const inputScale = inputScales[i] as Bytes | Shorts
    const outputScale = scales.get(name) as OutputScale
    const length = side * side * channels
    if (outputScale.shorts) shortsAt.set(name, arena.take(length * 2))
    if (outputScale.bytes) bytesAt.set(name, arena.take(length))
    const place = {
      weightsAt: weightsAt[i] as number,
      tableAt: tablesAt[i] as number,
      inputAt: ('units' in inputScale ? bytesAt : shortsAt).get(input) ?? pictureAt,
      inputScale,
      residualAt: shortsAt.get(residual) ?? 0,
      shortsAt: shortsAt.get(name) ?? 0,
      bytesAt: bytesAt.get(name) ?? 0,
      outputScale,
    }
    const later = layers.slice(i + 1)
    const isRead = (old: string) => later.some(other => other.input === old || other.residual === old)
    for (const old of [input, residual])
      if (!isRead(old)) for (const places of [shortsAt, bytesAt]) arena.giveBack(places.get(old))
    return { ...layer, ...place }
  })
  const features = placed.at(-1)
  if (!features) throw new Error('the network has no layers')
  return { layers: placed, features, pictureSide: size, pictureAt, patchesAt, zerosAt, scratchAt }
}

/** 1×1 convolutions read bytes where there are any. */
function inputScaleOf({ kind, input }: Layer, scales: Map<string, OutputScale>): Bytes | Shorts {
  const { bytes, shorts } = scales.get(input) ?? {}
  return (kind === 'point' && bytes) || shorts || PICTURE
}

/** Runs one layer. */
export function runLayer(kernels: Kernels, layer: PlacedLayer, { pictureAt, patchesAt, zerosAt }: Plan): void {
  const { kind, weightsAt, inputAt, residualAt, shortsAt, bytesAt, inputSide, side, depth, channels } = layer
  const { least, most } = layer.outputScale.shorts ?? { least: 0, most: LARGEST_BYTE }
  if (kind === 'first') kernels.firstConv(pictureAt, patchesAt, weightsAt, shortsAt, inputSide, channels, most)
  else if (kind === 'depthwise')
    kernels.depthwiseConv(inputAt, weightsAt, zerosAt, shortsAt || bytesAt, inputSide, channels, layer.stride, most)
  else {
    const convolve = 'units' in layer.inputScale ? kernels.pointConv : kernels.pointConvShorts
    convolve(inputAt, weightsAt, residualAt, shortsAt, side * side, depth, channels, least, most)
    if (bytesAt) kernels.toBytes(shortsAt, layer.tableAt, bytesAt, side * side, channels)
  }
}
