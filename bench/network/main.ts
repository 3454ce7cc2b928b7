/** A page of the extension that runs the shipped network, or the same one in another runtime, on pixels in memory. */
import card from '../../models/apparel/card.json'
import type { Backend } from '../../src/network/backend.ts'
import { goldenPixels } from '../../src/network/card.ts'
import type { Competitor } from './competitors/competitor.ts'
import { competitors, type Name } from './competitors.ts'
import { timeSearch as search } from './search.ts'
import { timeStages } from './stages.ts'

declare global {
  var timeRuns: typeof runs
  var stagesOf: typeof timeStages
  var timeSearch: typeof search
  var arena: { open: typeof open; run: typeof run; close: typeof close }
}

let competitor: Competitor | undefined
let pictures: Uint8Array[] = []

/**
 * Starts a competitor and runs it once, on the golden picture.
 * @returns milliseconds of both, and the largest difference of its logits from PyTorch's
 */
async function open(name: Name, batch: number): Promise<{ milliseconds: number; off: number }> {
  const golden = goldenPixels(card.inputSize)
  pictures = Array.from({ length: batch }, () => golden)
  const start = performance.now()
  competitor = await competitors[name](batch)
  const logits = await competitor.run(pictures)
  const milliseconds = performance.now() - start
  const expected = pictures.flatMap(() => card.golden.logits)
  return { milliseconds, off: Math.max(...expected.map((logit, i) => Math.abs(logit - (logits[i] ?? Number.NaN)))) }
}

/** Runs the network several times in a row. @returns milliseconds of each run */
async function run(count: number): Promise<number[]> {
  const times: number[] = []
  for (let i = 0; i < count; i++) {
    const start = performance.now()
    await competitor?.run(pictures)
    times.push(performance.now() - start)
  }
  return times
}

function close(): void {
  competitor?.close()
  competitor = undefined
}

/** Runs our network several times on one picture, after a warm-up. @returns milliseconds of each run */
async function runs(backend: Backend, count: number): Promise<number[]> {
  await open(backend === 'wasm' ? 'ours' : 'ours webgpu', 1)
  await run(5)
  const times = await run(count)
  close()
  return times
}

globalThis.timeRuns = runs
globalThis.stagesOf = timeStages
globalThis.timeSearch = search
globalThis.arena = { open, run, close }
