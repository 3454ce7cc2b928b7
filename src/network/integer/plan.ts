import type { Arena } from './arena.ts'
import type { Layer } from './graph.ts'
import type { Kernels } from './kernels.ts'
import { layerBytes, scratchBytes } from './pack.ts'
import { PICTURE, type Range } from './quantise.ts'

/** A layer and the addresses of all that it reads and writes. */
export interface PlacedLayer extends Layer {
  weightsAt: number
  inputAt: number
  inputRange: Range
  /** 0 where nothing is added. */
  residualAt: number
  outputAt: number
  outputRange: Range
}

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
export function planLayers(layers: Layer[], ranges: Map<string, Range>, size: number, arena: Arena): Plan {
  const weightsAt = layers.map(layer => arena.take(layerBytes(layer)))
  const pictureAt = arena.take(size * size * 3 + BEYOND)
  const patchesAt = arena.take((size / 2) * PATCH)
  const zerosAt = arena.take(Math.max(...layers.map(({ inputSide, depth }) => inputSide * depth * 2)))
  const scratchAt = arena.take(Math.max(...layers.map(scratchBytes)))
  arena.giveBack(scratchAt)
  const places = new Map<string, number>()
  const placed = layers.map((layer, i): PlacedLayer => {
    const { name, input, residual = '', side, channels } = layer
    const outputAt = arena.take(side * side * channels * 2)
    const place = {
      weightsAt: weightsAt[i] as number,
      inputAt: places.get(input) ?? pictureAt,
      inputRange: ranges.get(input) ?? PICTURE,
      residualAt: places.get(residual) ?? 0,
      outputAt,
      outputRange: ranges.get(name) as Range,
    }
    places.set(name, outputAt)
    for (const old of [input, residual])
      if (!layers.slice(i + 1).some(later => later.input === old || later.residual === old))
        arena.giveBack(places.get(old))
    return { ...layer, ...place }
  })
  const features = placed.at(-1)
  if (!features) throw new Error('the network has no layers')
  return { layers: placed, features, pictureSide: size, pictureAt, patchesAt, zerosAt, scratchAt }
}

/** Runs one layer. */
export function runLayer(kernels: Kernels, layer: PlacedLayer, { pictureAt, patchesAt, zerosAt }: Plan): void {
  const { kind, weightsAt, inputAt, residualAt, outputAt, inputSide, side, depth, channels, stride } = layer
  const { least, most } = layer.outputRange
  if (kind === 'first') kernels.firstConv(pictureAt, patchesAt, weightsAt, outputAt, inputSide, channels, most)
  else if (kind === 'depthwise')
    kernels.depthwiseConv(inputAt, weightsAt, zerosAt, outputAt, inputSide, channels, stride, most)
  else kernels.pointConv(inputAt, weightsAt, residualAt, outputAt, side * side, depth, channels, least, most)
}
