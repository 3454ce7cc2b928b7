/** Runs the network and onnxruntime-web on the GPU from Node through Dawn. Prints a DawnResult. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { MODEL, readFloatNetwork } from '../../scripts/evaluation/shipped-network.ts'
import { benchDist } from '../../scripts/paths.ts'
import { goldenPixels } from '../../src/network/card.ts'
import { openTensorFlowNetwork } from '../../src/network/tensorflow/open-tensorflow-network.ts'
import type { Competitor } from '../network/competitors/competitor.ts'
import { type Ort, openSession } from '../network/competitors/onnx-runtime.ts'
import type { DawnResult } from '../parts/gpu.ts'
import { openDawn } from './open-dawn.ts'

const BATCHES = [1, 8] as const
const WARM_UP = 10
const ROUNDS = 3
const RUNS = 20

/** `--software` accepts a software adapter, to test that the script works, not how fast it is. */
const allowSoftware = process.argv.includes('--software')

async function main(): Promise<DawnResult> {
  const gpu = await openDawn()
  const adapter = await gpu.requestAdapter({ powerPreference: 'low-power' })
  if (!adapter) return { refused: 'no adapter' }
  const { vendor, architecture, description, isFallbackAdapter } = adapter.info
  const name = description || `${vendor} ${architecture}`
  const isSoftware = isFallbackAdapter || /swiftshader|llvmpipe|lavapipe/i.test(`${name} ${architecture}`)
  if (isSoftware && !allowSoftware) return { refused: `only ${name}, in software` }
  const files = await readFloatNetwork(MODEL)
  const { golden, inputSize } = files.card
  const picture = goldenPixels(inputSize)
  const network = await openTensorFlowNetwork(files, adapter)
  const ours: Competitor = {
    run: async pictures => (await network.classify(pictures)).flatMap(({ logits }) => Array.from(logits)),
    close: () => network.dispose(),
  }
  const times: Record<string, number[]> = {}
  for (const batch of isSoftware ? [1] : BATCHES) {
    const pictures = Array.from({ length: batch }, () => picture)
    const runners = { 'ours webgpu': ours, 'onnxruntime-web webgpu': await openOnnxRuntime(batch) }
    for (const [runtime, runner] of Object.entries(runners)) {
      const logits = await runner.run(pictures)
      const off = Math.max(...logits.map((logit, i) => Math.abs(logit - (golden.logits[i % 11] ?? 0))))
      if (!(off <= golden.tolerance))
        return { refused: `${runtime} computes nonsense on ${name}: logits are off by ${off}` }
      for (let i = 0; i < (isSoftware ? 0 : WARM_UP); i++) await runner.run(pictures)
    }
    for (let round = 0; round < (isSoftware ? 1 : ROUNDS); round++)
      for (const [runtime, runner] of Object.entries(runners)) {
        times[`${runtime}, batch of ${batch}`] ??= []
        for (let i = 0; i < (isSoftware ? 1 : RUNS); i++) {
          const start = performance.now()
          await runner.run(pictures)
          times[`${runtime}, batch of ${batch}`]?.push(performance.now() - start)
        }
      }
    runners['onnxruntime-web webgpu'].close()
  }
  return { adapter: name, times }
}

async function openOnnxRuntime(batch: number): Promise<Competitor> {
  const folder = new URL('../peers/node_modules/onnxruntime-web/dist/', import.meta.url).href
  const ort = (await import(`${folder}ort.webgpu.min.mjs`)) as Ort
  ort.env.wasm.wasmPaths = folder
  return openSession(ort, 'webgpu', await readFile(join(benchDist, 'peers/models', `${batch}.onnx`)), batch)
}

const result = await main().catch((error): DawnResult => ({ refused: String(error) }))
console.log(JSON.stringify(result))
// Dawn would keep the process alive.
process.exit(0)
