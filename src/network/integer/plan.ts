import type { Arena } from './arena.ts'
import type { Layer } from './graph.ts'
import type { Kernels } from './kernels.ts'
import { layerBytes, scratchBytes, tableBytes } from './pack/pack-layers.ts'
import type { PlacedLayer } from './placed-layer.ts'
import { type Bytes, LARGEST_BYTE, PICTURE, type Shorts } from './quantise.ts'
import type { OutputScale } from './ranges.ts'

/** The network laid out in a memory that may not exist yet. */
export interface Plan {
  layers: PlacedLayer[]
  /** The last layer. */
  features: PlacedLayer
  /** Pixels. */
  pictureSide: number
  /** RGB bytes [size, size, 3]. */
  pictureAt: number
  /** Patches of one row, for `firstConv`. */
  patchesAt: number
  /** A row that stays zero. */
  zerosAt: number
  /** Scratch space for `packLayer`, which outputs overwrite later. */
  scratchAt: number
}

/** Bytes behind the picture that `firstConv` may read. */
const PICTURE_PADDING_BYTES = 16
/** Size of one patch of `firstConv`. */
const PATCH_BYTES = 56

/**
 * Assigns all addresses: permanent ones to weights, and to each output one that is free again after its last reader.
 * @param size side of the picture, pixels
 */
export function planLayers(layers: Layer[], scales: Map<string, OutputScale>, size: number, arena: Arena): Plan {
  const inputScales = layers.map(layer => inputScaleOf(layer, scales))
  const weightsAt = layers.map((layer, i) =>
    layer.weights ? arena.allocate(layerBytes(layer, inputScales[i] as Bytes | Shorts)) : 0,
  )
  const tablesAt = layers.map(layer => (scales.get(layer.name)?.multipliers ? arena.allocate(tableBytes(layer)) : 0))
  const pictureAt = arena.allocate(size * size * 3 + PICTURE_PADDING_BYTES)
  const patchesAt = arena.allocate((size / 2) * PATCH_BYTES)
  const zerosAt = arena.allocate(Math.max(...layers.map(({ inputSide, depth }) => inputSide * depth * 2)))
  const scratchAt = arena.allocate(Math.max(...layers.map(scratchBytes)))
  arena.free(scratchAt)
  const shortsAt = new Map<string, number>()
  const bytesAt = new Map<string, number>()
  const placed = layers.map((layer, i): PlacedLayer => {
    const { name, input, residual = '', side, channels } = layer
    const inputScale = inputScales[i] as Bytes | Shorts
    const outputScale = scales.get(name) as OutputScale
    const length = side * side * channels
    if (outputScale.shorts) shortsAt.set(name, arena.allocate(length * 2))
    if (outputScale.bytes) bytesAt.set(name, arena.allocate(length))
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
      if (!isRead(old)) for (const places of [shortsAt, bytesAt]) arena.free(places.get(old))
    return { ...layer, ...place }
  })
  const features = placed.at(-1)
  if (!features) throw new Error('the network has no layers')
  return { layers: placed, features, pictureSide: size, pictureAt, patchesAt, zerosAt, scratchAt }
}

/** 1×1 convolutions read bytes if there are any. */
function inputScaleOf({ kind, input }: Layer, scales: Map<string, OutputScale>): Bytes | Shorts {
  const { bytes, shorts } = scales.get(input) ?? {}
  return (kind === 'point' && bytes) || shorts || PICTURE
}

/**
 * Runs all layers on a picture, RGB bytes [pictureSide, pictureSide, 3].
 * @throws TypeError if the length is wrong
 */
export function runLayers(kernels: Kernels, plan: Plan, memory: ArrayBuffer, picture: Uint8Array): void {
  const length = plan.pictureSide ** 2 * 3
  if (picture.length !== length) throw new TypeError(`expected ${length} bytes of RGB, got ${picture.length}`)
  new Uint8Array(memory, plan.pictureAt, length).set(picture)
  for (const layer of plan.layers) runLayer(kernels, layer, plan)
}

function runLayer(kernels: Kernels, layer: PlacedLayer, { pictureAt, patchesAt, zerosAt }: Plan): void {
  const { kind, weightsAt, inputAt, residualAt, shortsAt, bytesAt, inputSide, side, depth, channels } = layer
  const { least, most } = layer.outputScale.shorts ?? { least: 0, most: LARGEST_BYTE }
  if (kind === 'first') kernels.firstConv(pictureAt, patchesAt, weightsAt, shortsAt, inputSide, channels, most)
  else if (kind === 'enlarge') kernels.enlarge(inputAt, shortsAt, inputSide, channels)
  else if (kind === 'depthwise')
    kernels.depthwiseConv(inputAt, weightsAt, zerosAt, shortsAt || bytesAt, inputSide, channels, layer.stride, most)
  else {
    const convolve = 'units' in layer.inputScale ? kernels.pointConv : kernels.pointConvShorts
    convolve(inputAt, weightsAt, residualAt, shortsAt, side * side, depth, channels, least, most)
    if (bytesAt) kernels.toBytes(shortsAt, layer.tableAt, bytesAt, side * side, channels)
  }
}
