import card from '../../models/apparel/card.json'
import modelUrl from '../../models/apparel/model.json?url'
import ranges from '../../models/apparel/ranges.json'
import weightsUrl from '../../models/apparel/weights.bin?url'
import kernelsUrl from '../network/integer/kernels.wasm?url'
import type { NetworkFiles } from '../network/network.ts'

/** Reads the shipped network from the extension's package. */
export async function readNetworkFiles(): Promise<NetworkFiles> {
  const [topology, weights, kernels] = await Promise.all([
    fetch(modelUrl).then(response => response.json()),
    bytes(weightsUrl),
    bytes(kernelsUrl),
  ])
  return { card, topology, ranges, weights, kernels }
}

async function bytes(url: string): Promise<ArrayBuffer> {
  return (await fetch(url)).arrayBuffer()
}
