import wasmUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url'
import card from '../../models/apparel/card.json'
import modelUrl from '../../models/apparel/model.json?url'
import weightsUrl from '../../models/apparel/weights.bin?url'

/** The network that ships, and the binary that it needs on WASM. */
export async function readNetworkFiles() {
  const [topology, weights] = await Promise.all([
    fetch(modelUrl).then(response => response.json()),
    fetch(weightsUrl).then(response => response.arrayBuffer()),
  ])
  return { card, topology, weights, wasmUrl }
}
