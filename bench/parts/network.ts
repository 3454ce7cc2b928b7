import type { Figure } from '../figure.ts'
import { median, quantile } from '../median.ts'
import type { Name } from '../network/competitors.ts'
import type { Part, Table } from '../report/part.ts'
import { inBrowser, type Lane, openLane } from './arena.ts'

const onWasm: Name[] = [
  'ours',
  'LiteRT int8',
  'LiteRT float32',
  'onnxruntime-web float32',
  'tfjs fused float32',
  'tfjs layers float32',
]
const onGpu: Name[] = ['ours webgpu', 'onnxruntime-web webgpu']
/** A GPU in software: a hundred times slower than WASM, but the same one for all. */
const softwareGpu = ['--enable-unsafe-webgpu', '--enable-features=Vulkan', '--use-webgpu-adapter=swiftshader']

const COLD_ROUNDS = 3
const WARM_ROUNDS = 10
/** Runs in a row of each: of single pictures, and of batches. */
const RUNS = { 1: 8, 8: 1 } as const
const WARM_UP = { 1: 40, 8: 8 } as const
const GPU_ROUNDS = 3

interface Times {
  cold: number[]
  one: number[]
  /** Of a batch of eight. */
  eight: number[]
  off: number
}

/** Ours against the same network in the runtimes that a developer would otherwise choose. */
export async function measureNetwork(): Promise<Part> {
  const wasm = new Map(onWasm.map(name => [name, { cold: [], one: [], eight: [], off: Number.NaN } as Times]))
  const gpu = new Map(onGpu.map(name => [name, { cold: [], one: [], eight: [], off: Number.NaN } as Times]))
  for (let round = 0; round < COLD_ROUNDS; round++)
    for (const [name, { cold }] of wasm)
      cold.push(await inBrowser([], async launched => (await openLane(launched, name, 1)).cold))
  await inBrowser([], async launched => {
    const lanes: Lane[] = []
    for (const name of onWasm) for (const batch of [1, 8]) lanes.push(await openLane(launched, name, batch))
    for (const { name, off } of lanes) timesOf(wasm, name).off = off
    // Compilers make what runs often faster, and that takes a while.
    for (const lane of lanes) await lane.run(WARM_UP[lane.batch as 1 | 8])
    for (let round = 0; round < WARM_ROUNDS; round++)
      for (const { name, batch, run } of lanes)
        timesOf(wasm, name)[batch === 1 ? 'one' : 'eight'].push(...(await run(RUNS[batch as 1 | 8])))
  })
  await inBrowser(softwareGpu, async launched => {
    const lanes: Lane[] = []
    for (const name of onGpu) lanes.push(await openLane(launched, name, 1))
    for (const { name, cold, off } of lanes) Object.assign(timesOf(gpu, name), { cold: [cold], off })
    for (let round = 0; round < GPU_ROUNDS; round++)
      for (const { name, run } of lanes) timesOf(gpu, name).one.push(...(await run(1)))
  })
  return {
    title: 'The network',
    notes: [
      'One thread, one picture unless it says otherwise, from RGB bytes in memory to the logits; ours also gives the',
      'embedding and the activation map. The others run the same network, exported by `bench/export`; the int8 one has its',
      'ranges from eleven pictures, which is enough for its speed. *Cold* is from nothing to the first answer, in a fresh',
      'browser: files, compilation and all. All took turns, so that a slow minute hits each alike.',
    ],
    tables: [
      tableOf('WebAssembly', wasm),
      tableOf('WebGPU on a software adapter (SwiftShader): the same for both, and slow', gpu),
    ],
    figures: [
      barOf('one picture', wasm, 'one'),
      barOf('batch of 8', wasm, 'eight'),
      barOf('WebGPU, software', gpu, 'one'),
    ],
    samples: Object.fromEntries(
      [...wasm, ...gpu].flatMap(([name, { cold, one, eight }]) => [
        [`${name}, cold`, cold],
        [`${name}, one`, one],
        [`${name}, batch of 8`, eight],
      ]),
    ),
  }
}

function timesOf(times: Map<Name, Times>, name: Name): Times {
  return times.get(name) as Times
}

function tableOf(title: string, times: Map<Name, Times>): Table {
  const [first] = times.values()
  const ms = (value: number) => (Number.isNaN(value) ? '–' : value.toFixed(1))
  return {
    title,
    head: ['', 'median ms', 'p90', 'ours is', 'batch of 8, a picture', 'p90', 'cold', 'logits off'],
    rows: [...times].map(([name, { cold, one, eight, off }]) => [
      name,
      ms(median(one)),
      ms(quantile(one, 0.9)),
      `${(median(first?.one ?? []) / median(one)).toFixed(2)} ×`,
      ms(median(eight) / 8),
      ms(quantile(eight, 0.9) / 8),
      median(cold).toFixed(0),
      off.toFixed(off < 0.001 ? 6 : 3),
    ]),
  }
}

function barOf(what: string, times: Map<Name, Times>, kind: 'one' | 'eight'): Figure {
  const [[, ours], ...peers] = [...times] as [[Name, Times], ...[Name, Times][]]
  const [name, fastest] = peers.toSorted(([, a], [, b]) => median(a[kind]) - median(b[kind]))[0] as [Name, Times]
  const ratio = median(ours[kind]) / median(fastest[kind])
  return {
    what: `network, ${what}`,
    seen: `${ratio.toFixed(2)} × ${name}`,
    bar: '≤ 1.00 × the fastest peer',
    isMet: ratio <= 1,
  }
}
