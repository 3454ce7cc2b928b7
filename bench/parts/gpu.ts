import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Launched } from '../../scripts/drive/launch.ts'
import type { Figure } from '../figure.ts'
import { median, quantile } from '../median.ts'
import type { Part, Table } from '../report/part.ts'
import { inBrowser, openOwn, openRunner, type Runner } from './arena.ts'

/** Flags for Chromium to find a GPU: on a desktop, and on a headless Linux server. */
const hardware = [
  ['--enable-unsafe-webgpu', '--ignore-gpu-blocklist', '--enable-features=Vulkan'],
  [
    '--enable-unsafe-webgpu',
    '--ignore-gpu-blocklist',
    '--enable-features=Vulkan,VulkanFromANGLE,DefaultANGLEVulkan',
    '--use-angle=vulkan',
    '--use-vulkan=native',
    '--use-webgpu-adapter=default',
    '--disable-vulkan-surface',
    '--disable-gpu-sandbox',
  ],
]
const both = ['ours webgpu', 'onnxruntime-web webgpu'] as const
const BATCHES = [1, 8] as const
const WARM_UP = 10
const ROUNDS = 3
const RUNS = 20

/** The output of `dawn.ts`. */
export interface DawnResult {
  adapter?: string
  refused?: string
  times?: Record<string, number[]>
}

/** The network on a real GPU, if there is one, in the browser and in Node through Dawn. */
export async function measureGpu(): Promise<Part> {
  const tables: Table[] = []
  const notes: string[] = []
  const figures: Figure[] = []
  const samples: Record<string, number[]> = {}
  const add = (title: string, times: Record<string, number[]>) => {
    for (const [name, values] of Object.entries(times)) samples[`${title}, ${name}`] = values
    tables.push({
      title,
      head: ['', 'median ms', 'p90'],
      rows: Object.entries(times).map(([name, values]) => [
        name,
        median(values).toFixed(1),
        quantile(values, 0.9).toFixed(1),
      ]),
    })
    for (const batch of BATCHES) figures.push(barOf(`${title}, batch of ${batch}`, times, batch))
  }

  for (const flags of hardware) {
    const seen = await inBrowser(flags, measureInChromium)
    if (seen.times) add(`Chromium, on ${seen.adapter}`, seen.times)
    if (seen.times || flags === hardware.at(-1)) notes.push(seen.note)
    if (seen.times) break
  }

  const dawn = runDawn()
  if (dawn.times) add(`Node with Dawn, on ${dawn.adapter}`, dawn.times)
  else notes.push(`Dawn in Node finds no GPU either: ${dawn.refused}.`)
  return { title: 'The network on a GPU', notes, tables, figures, samples }
}

async function measureInChromium(
  launched: Launched,
): Promise<{ note: string; adapter?: string; times?: Record<string, number[]> }> {
  const own = await openOwn(launched)
  const { adapter, refused } = await own.evaluate(async () => {
    const { info } = (await navigator.gpu?.requestAdapter({ powerPreference: 'low-power' })) ?? {}
    if (!info) return { refused: 'no adapter' }
    const adapter = info.description || [info.vendor, info.architecture].filter(Boolean).join(' ')
    return info.isFallbackAdapter || info.architecture === 'swiftshader' ? { refused: `only ${adapter}` } : { adapter }
  })
  if (!adapter) return { note: `Chromium finds no GPU here: ${refused}.` }
  const times: Record<string, number[]> = {}
  const runners: Runner[] = []
  for (const batch of BATCHES) for (const name of both) runners.push(await openRunner(launched, name, batch))
  for (const runner of runners) await runner.run(WARM_UP)
  for (let round = 0; round < ROUNDS; round++)
    for (const { name, batch, run } of runners) {
      const what = `${name}, batch of ${batch}`
      times[what] = [...(times[what] ?? []), ...(await run(RUNS))]
    }
  const seen = runners.map(({ name, batch, cold, off }) => `${name} ${batch}: ${cold.toFixed(0)} ms, ${off.toFixed(6)}`)
  const note = `Time to the first answer and largest error of its logits, in Chromium: ${seen.join('; ')}.`
  return { note, adapter, times }
}

function barOf(what: string, times: Record<string, number[]>, batch: number): Figure {
  const [ours, peer] = both.map(name => median(times[`${name}, batch of ${batch}`] ?? [])) as [number, number]
  const ratio = ours / peer
  return {
    what,
    seen: `${ratio.toFixed(2)} × onnxruntime-web webgpu`,
    bar: '≤ 1.00 × the fastest peer',
    isMet: ratio <= 1,
  }
}

/** Runs in a separate process, because a failing graphics driver would crash this one. */
function runDawn(): DawnResult {
  const script = fileURLToPath(new URL('../gpu/dawn.ts', import.meta.url))
  const { stdout, status } = spawnSync(process.execPath, [...process.execArgv, script], { encoding: 'utf8' })
  const line = stdout.trim().split('\n').at(-1) ?? ''
  return status === 0 && line.startsWith('{') ? JSON.parse(line) : { refused: `it ended with ${status}` }
}
