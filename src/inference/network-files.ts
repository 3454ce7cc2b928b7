import wasmUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url'
import card from '../../models/apparel/card.json'
import modelUrl from '../../models/apparel/model.json?url'
import weightsUrl from '../../models/apparel/weights.bin?url'
import type { BackendOptions } from '../network/backends.ts'
import type { NetworkFiles } from '../network/network.ts'

/** Reads the shipped network from the extension's package. */
export async function readNetworkFiles(): Promise<NetworkFiles & BackendOptions> {
  const [topology, weights] = await Promise.all([
    fetch(modelUrl).then(response => response.json()),
    fetch(weightsUrl).then(response => response.arrayBuffer()),
  ])
  return { card, topology, weights, wasmUrl }
}
