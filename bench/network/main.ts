/** A page of the extension that runs the shipped network on pixels in memory, for benchmarks. */
import card from '../../models/apparel/card.json'
import modelUrl from '../../models/apparel/model.json?url'
import ranges from '../../models/apparel/ranges.json'
import weightsUrl from '../../models/apparel/weights.bin?url'
import type { Backend } from '../../src/messages.ts'
import kernelsUrl from '../../src/network/integer/kernels.wasm?url'
import { openNetwork } from '../../src/network/network.ts'

declare global {
  var timeRuns: typeof runs
}

/** Milliseconds of each of so many runs on one picture, one after the other, after a few to warm up. */
async function runs(backend: Backend, count: number): Promise<number[]> {
  const topology = await (await fetch(modelUrl)).json()
  const weights = await (await fetch(weightsUrl)).arrayBuffer()
  const kernels = await (await fetch(kernelsUrl)).arrayBuffer()
  const network = await openNetwork({ backend, card, topology, ranges, weights, kernels })
  const pixels = new Uint8Array(card.inputSize * card.inputSize * 3)
  crypto.getRandomValues(pixels.subarray(0, 65_536))
  const times: number[] = []
  for (let i = -5; i < count; i++) {
    const start = performance.now()
    await network.classify([pixels])
    if (i >= 0) times.push(performance.now() - start)
  }
  network.dispose()
  return times
}

globalThis.timeRuns = runs
