import type { Page } from 'puppeteer'

/** The part of Chromium's trace events that is read here. */
interface TraceEvent {
  name: string
  ph: string
  /** Start and length, wall time in microseconds. */
  ts: number
  dur?: number
  /** Length in microseconds of processor time, which other work on the machine does not change. */
  tdur?: number
  pid: number
  tid: number
  args: { fileName?: string; data?: { url?: string } }
}

const CATEGORIES = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'v8',
  'disabled-by-default-v8.compile',
]
const STARTS = new Set(['v8.compile', 'v8.produceCache', 'v8.run', 'EvaluateScript'])
/** Scripts that the extension injects into pages. */
const CONTENT_SCRIPT = /^chrome-extension:\/\/[^/]+\/src\/page\//

/**
 * Loads a page and adds up what compiling and first running the extension's content scripts takes of its main thread.
 * @param isDone resolves once the content script is at work
 * @returns milliseconds of processor time
 */
export async function firstRunOf(page: Page, address: string, isDone: () => Promise<unknown>): Promise<number> {
  await page.tracing.start({ categories: CATEGORIES })
  await page.goto(address)
  await isDone()
  const trace = new TextDecoder().decode(await page.tracing.stop())
  const { traceEvents } = JSON.parse(trace) as { traceEvents: TraceEvent[] }
  const starts = traceEvents.filter(
    event => event.ph === 'X' && STARTS.has(event.name) && CONTENT_SCRIPT.test(urlOf(event)),
  )
  if (starts.length === 0) throw new Error('The trace names no content script.')
  return withoutNested(starts).reduce((sum, { tdur, dur }) => sum + (tdur ?? dur ?? 0), 0) / 1000
}

function urlOf({ args }: TraceEvent): string {
  return args.data?.url ?? args.fileName ?? ''
}

/** Events that lie in no other one of their thread: `EvaluateScript` contains the compilation and the run. */
function withoutNested(events: TraceEvent[]): TraceEvent[] {
  const ends = new Map<string, number>()
  return events
    .toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
    .filter(({ pid, tid, ts, dur = 0 }) => {
      const thread = `${pid} ${tid}`
      if (ts < (ends.get(thread) ?? Number.NEGATIVE_INFINITY)) return false
      ends.set(thread, ts + dur)
      return true
    })
}
