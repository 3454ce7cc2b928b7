/** Runs the network on the GPU from Node, by Dawn, and prints a DawnResult. */
import { MODEL, readFloatNetwork } from '../../scripts/evaluation/shipped-network.ts'
import { goldenPixels } from '../../src/network/card.ts'
import { openTensorFlowNetwork } from '../../src/network/tensorflow/open-tensorflow-network.ts'
import type { DawnResult } from '../parts/gpu.ts'

const BATCHES = [1, 8] as const
const WARM_UP = 5
const RUNS = 30

/** `--software` takes an adapter that is none: to see whether this works, not how fast. */
const allowSoftware = process.argv.includes('--software')

async function main(): Promise<DawnResult> {
  // By a name in a variable: the package is one of bench/peers, and comes only to who runs the benchmark.
  const dawn = new URL('../peers/node_modules/webgpu/index.js', import.meta.url).href
  const { create, globals } = (await import(dawn)) as { create(options: string[]): GPU; globals: object }
  Object.assign(globalThis, globals)
  const gpu = create([])
  Object.defineProperty(globalThis, 'navigator', { value: { gpu }, configurable: true })
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' })
  if (!adapter) return { refused: 'no adapter' }
  const { vendor, architecture, description, isFallbackAdapter } = adapter.info
  const name = description || `${vendor} ${architecture}`
  const isSoftware = isFallbackAdapter || /swiftshader|llvmpipe|lavapipe/i.test(`${name} ${architecture}`)
  if (isSoftware && !allowSoftware) return { refused: `only ${name}, in software` }
  const files = await readFloatNetwork(MODEL)
  const network = await openTensorFlowNetwork(files, adapter)
  const picture = goldenPixels(files.card.inputSize)
  const times: Record<string, number[]> = {}
  for (const batch of isSoftware ? [1] : BATCHES) {
    const pictures = Array.from({ length: batch }, () => picture)
    const each: number[] = []
    for (let i = isSoftware ? -1 : -WARM_UP; i < (isSoftware ? 1 : RUNS); i++) {
      const start = performance.now()
      const [output] = await network.classify(pictures)
      const off = Math.max(...files.card.golden.logits.map((logit, k) => Math.abs(logit - (output?.logits[k] ?? 0))))
      if (off > files.card.golden.tolerance) return { refused: `${name} computes nonsense: logits are off by ${off}` }
      if (i >= 0) each.push(performance.now() - start)
    }
    times[`batch of ${batch}`] = each
  }
  return { adapter: name, times }
}

const result = await main().catch((error): DawnResult => ({ refused: String(error) }))
console.log(JSON.stringify(result))
// Dawn keeps the process alive.
process.exit(0)
