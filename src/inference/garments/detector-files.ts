import classifierCard from '../../../models/apparel/card.json'
import classifierTopologyUrl from '../../../models/apparel/model.json?url'
import classifierWeightsUrl from '../../../models/apparel/weights.bin?url'
import card from '../../../models/outfits/card.json'
import topologyUrl from '../../../models/outfits/model.json?url'
import rangesUrl from '../../../models/outfits/ranges.json?url'
import weightsUrl from '../../../models/outfits/weights.bin?url'
import type { DetectorFiles } from '../../network/detector.ts'
import kernelsUrl from '../../network/integer/kernels.wasm?url'
import oneStepUrl from '../../network/integer/kernels-one-step.wasm?url'
import type { ChannelRanges } from '../../network/integer/ranges.ts'
import { readBytes, readJson } from '../engine/package-files.ts'

/** Reads the shipped detector from the extension's package, and of the classifier what they share. */
export async function readDetectorFiles(): Promise<DetectorFiles> {
  const [topology, ranges, classifierTopology, weights, classifierWeights, ...kernels] = await Promise.all([
    readJson(topologyUrl),
    readJson(rangesUrl),
    readJson(classifierTopologyUrl),
    readBytes(weightsUrl),
    readBytes(classifierWeightsUrl),
    readBytes(kernelsUrl),
    readBytes(oneStepUrl),
  ])
  const classifier = { card: classifierCard, topology: classifierTopology, weights: classifierWeights }
  return { card, topology, ranges: ranges as ChannelRanges, weights, kernels, classifier }
}
