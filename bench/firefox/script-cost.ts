import type { Browser } from 'puppeteer'
import { runPrivileged } from '../../scripts/firefox/privileged.ts'

/** What the injected scripts cost a page in Firefox. */
export interface ScriptCost {
  /** Processor time of the page's main thread while they ran, with what they called, milliseconds. */
  total: number
  /** By what ran innermost, such as a function of the browser's, the most expensive first, milliseconds. */
  parts: [name: string, milliseconds: number][]
}

const INTERVAL_MS = 0.5
const BUFFER_ENTRIES = 2 ** 24

/** What this file uses of Firefox's own profiler. */
declare const Services: {
  profiler: {
    StartProfiler(entries: number, intervalMs: number, features: string[], threads: string[]): Promise<void>
    getProfileDataAsync(): Promise<Profile>
    StopProfiler(): Promise<void>
  }
}
interface Table {
  schema: Record<string, number>
  data: (number | null)[][]
}
interface Profile {
  threads: { name: string; samples: Table; stackTable: Table; frameTable: Table; stringTable: string[] }[]
  processes: Profile[]
}

/** Measures what the extension costs pages during some work, by Firefox's sampling profiler. */
export async function scriptCostOf(browser: Browser, work: () => Promise<void>): Promise<ScriptCost> {
  await runPrivileged(
    browser,
    (entries, interval) => Services.profiler.StartProfiler(entries, interval, ['js', 'cpu'], ['GeckoMain']),
    BUFFER_ENTRIES,
    INTERVAL_MS,
  )
  await work()
  return runPrivileged(browser, sum)
}

/** Runs in Firefox's own window: a profile is too large to travel. */
async function sum(): Promise<ScriptCost> {
  const IN_PAGE = /moz-extension:\/\/[^/]+\/src\/page\//
  const NANOSECONDS = 1e6
  const profile = await Services.profiler.getProfileDataAsync()
  await Services.profiler.StopProfiler()
  const parts = new Map<string, number>()
  let total = 0
  for (const { threads } of [profile, ...profile.processes])
    for (const { samples, stackTable, frameTable, stringTable } of threads) {
      const framesOf = (stack: number | null | undefined) => {
        const frames: string[] = []
        for (let at = stack; at !== null && at !== undefined; ) {
          const entry = stackTable.data[at] ?? []
          const frame = frameTable.data[entry[stackTable.schema.frame ?? 0] ?? -1] ?? []
          frames.push(stringTable[frame[frameTable.schema.location ?? 0] ?? -1] ?? '')
          at = entry[stackTable.schema.prefix ?? 0]
        }
        return frames
      }
      for (const sample of samples.data) {
        const frames = framesOf(sample[samples.schema.stack ?? 0])
        const ours = frames.findIndex(frame => IN_PAGE.test(frame))
        if (ours < 0) continue
        const milliseconds = (sample[samples.schema.threadCPUDelta ?? -1] ?? 0) / NANOSECONDS
        total += milliseconds
        const called = frames.slice(0, ours).findLast(frame => !frame.startsWith('(')) ?? ''
        const name = `${called || 'script'} in ${(frames[ours] ?? '').replace(IN_PAGE, '')}`
        parts.set(name, (parts.get(name) ?? 0) + milliseconds)
      }
    }
  return { total, parts: [...parts].sort(([, a], [, b]) => b - a).slice(0, 40) }
}
