import type { Figure } from '../figure.ts'
import { median, quantile } from '../median.ts'
import type { Name } from '../network/competitors.ts'
import type { Part, Table } from '../report/part.ts'
import { race, type Times } from './race.ts'

const onWasm: Name[] = [
  'ours',
  'LiteRT int8',
  'LiteRT float32',
  'onnxruntime-web float32',
  'tfjs fused float32',
  'tfjs layers float32',
]
const onGpu: Name[] = ['ours webgpu', 'onnxruntime-web webgpu']
/** A software GPU: a hundred times slower than WASM, but the same for all. */
const softwareGpu = ['--enable-unsafe-webgpu', '--enable-features=Vulkan', '--use-webgpu-adapter=swiftshader']

/** V8 without the instruction for byte products, which many processors lack. */
const withoutVnni = ['--js-flags=--no-enable-avx-vnni']

/** Our runtime compared with the same network in the runtimes that a developer could choose instead. */
export async function measureNetwork(): Promise<Part> {
  const wasm = await race({ names: onWasm, coldRounds: 3, rounds: 10, batches: [1, 8] })
  const older = await race({ names: onWasm.slice(0, 2), args: withoutVnni, rounds: 10, batches: [1, 8] })
  const gpu = await race({ names: onGpu, args: softwareGpu, rounds: 3, batches: [1], isSlow: true })
  return {
    title: 'The network',
    notes: [
      'One thread and one picture unless stated otherwise, from RGB bytes in memory to the logits; ours also computes the',
      'embedding and the activation map. The others run the same network, exported by `bench/export`; the ranges of the int8',
      'one come from eleven pictures, which is enough to measure speed. *Cold* is the time to the first answer in a fresh',
      'browser, including files and compilation. All took turns, so that a slow minute affects all alike.',
    ],
    tables: [
      tableOf('WebAssembly', wasm),
      tableOf('WebAssembly on a processor without AVX-VNNI: the browser is told to do without', older),
      tableOf('WebGPU on a software adapter (SwiftShader): the same for both, and slow', gpu),
    ],
    figures: [
      barOf('one picture', wasm, 'one'),
      barOf('batch of 8', wasm, 'eight'),
      barOf('one picture, without AVX-VNNI', older, 'one'),
      barOf('WebGPU, software', gpu, 'one'),
    ],
    samples: { ...samplesOf(wasm), ...samplesOf(older, ', without AVX-VNNI'), ...samplesOf(gpu) },
  }
}

function samplesOf(times: Map<Name, Times>, where = ''): Record<string, number[]> {
  return Object.fromEntries(
    [...times].flatMap(([name, { cold, one, eight }]) => [
      [`${name}, cold${where}`, cold],
      [`${name}, one${where}`, one],
      [`${name}, batch of 8${where}`, eight],
    ]),
  )
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
