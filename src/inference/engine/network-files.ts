import card from '../../../models/apparel/card.json'
import modelUrl from '../../../models/apparel/model.json?url'
import rangesUrl from '../../../models/apparel/ranges.json?url'
import weightsUrl from '../../../models/apparel/weights.bin?url'
import kernelsUrl from '../../network/integer/kernels.wasm?url'
import oneStepUrl from '../../network/integer/kernels-one-step.wasm?url'
import type { MeasuredRanges } from '../../network/integer/ranges.ts'
import type { NetworkFiles } from '../../network/network.ts'
import { readBytes, readJson } from './package-files.ts'

/** Reads the shipped network from the extension's package. */
export async function readNetworkFiles(): Promise<NetworkFiles> {
  const [topology, ranges, weights, ...kernels] = await Promise.all([
    readJson(modelUrl),
    readJson(rangesUrl),
    readBytes(weightsUrl),
    readBytes(kernelsUrl),
    readBytes(oneStepUrl),
  ])
  return { card, topology, ranges: ranges as MeasuredRanges, weights, kernels }
}
