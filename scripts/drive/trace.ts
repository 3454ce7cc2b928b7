import type { Page } from 'puppeteer'

/** The content script's cost to a page, in milliseconds. */
export interface Cost {
  total: number
  /** Its largest share of one task of the page's main thread. */
  longest: number
  /** Number of tasks in which it had a share. */
  tasks: number
  /** By called function, the most expensive first. */
  parts: [name: string, milliseconds: number][]
}

/** The part of Chromium's trace events that is read here. */
export interface TraceEvent {
  name: string
  ph: string
  /** Start and length, wall time in microseconds. */
  ts: number
  dur?: number
  /** Processor time in microseconds: other work on the machine does not count. */
  tdur?: number
  pid: number
  tid: number
  args: { fileName?: string; data?: { url?: string; functionName?: string; lineNumber?: number } }
}

/** `v8` adds the calls for which Chromium names no script. */
const categories = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'toplevel', 'v8']
const EXTENSION = 'chrome-extension://'
/** URLs of the scripts that are injected into pages. */
export const IN_PAGE = /^chrome-extension:\/\/[^/]+\/src\/page\//

/** Measures what the extension costs a page during some work. The host has its own threads and does not count. */
export async function costOf(page: Page, work: () => Promise<void>): Promise<Cost> {
  return sum(await traceOf(page, categories, work))
}

/** Chromium's trace of a page during some work. */
export async function traceOf(page: Page, categories: string[], work: () => Promise<unknown>): Promise<TraceEvent[]> {
  await page.tracing.start({ categories })
  await work()
  const { traceEvents } = JSON.parse(new TextDecoder().decode(await page.tracing.stop())) as {
    traceEvents: TraceEvent[]
  }
  return traceEvents
}

function sum(events: TraceEvent[]): Cost {
  const whole = events.filter(({ ph, dur }) => ph === 'X' && dur !== undefined)
  const threads = new Set(whole.filter(({ args }) => IN_PAGE.test(args.data?.url ?? '')).map(threadOf))
  const inPage = whole.filter(event => threads.has(threadOf(event)))
  const ours = outermost(inPage.filter(({ args }) => args.data?.url?.startsWith(EXTENSION)))
  const calls = callsAmong(inPage, ours)
  const tasks = outermost(inPage.filter(({ name }) => name.endsWith('RunTask')))
  const shares = new Map<TraceEvent, number>()
  const parts = new Map<string, number>()
  for (const call of calls) {
    const task = tasks.find(task => threadOf(task) === threadOf(call) && contains(task, call)) ?? call
    const milliseconds = (call.tdur ?? call.dur ?? 0) / 1000
    shares.set(task, (shares.get(task) ?? 0) + milliseconds)
    const named = ours.find(inner => threadOf(inner) === threadOf(call) && contains(call, inner)) ?? call
    const name = `${named.name} ${named.args.data?.functionName ?? ''}:${named.args.data?.lineNumber ?? ''}`
    parts.set(name, (parts.get(name) ?? 0) + milliseconds)
  }
  const each = [...shares.values()]
  return {
    total: each.reduce((a, b) => a + b, 0),
    longest: Math.max(0, ...each),
    tasks: each.length,
    parts: [...parts].sort(([, a], [, b]) => b - a),
  }
}

/**
 * Calls of the extension's scripts, with the promises that they settle, and calls in which no script of the page runs: those
 * deliver the host's messages.
 */
function callsAmong(events: TraceEvent[], ours: TraceEvent[]): TraceEvent[] {
  const others = outermost(events.filter(({ args: { data } }) => data?.url && !data.url.startsWith(EXTENSION)))
  const unnamed = outermost(events.filter(({ name }) => name === 'v8.callFunction')).filter(
    call => !others.some(other => threadOf(other) === threadOf(call) && contains(call, other)),
  )
  return outermost([...ours, ...unnamed])
}

/** The events that no other event of the list contains. */
export function outermost(events: TraceEvent[]): TraceEvent[] {
  const last = new Map<string, TraceEvent>()
  return events
    .toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
    .filter(event => {
      const before = last.get(threadOf(event))
      if (before && contains(before, event)) return false
      last.set(threadOf(event), event)
      return true
    })
}

function contains(outer: TraceEvent, inner: TraceEvent): boolean {
  return inner.ts >= outer.ts && inner.ts + (inner.dur ?? 0) <= outer.ts + (outer.dur ?? 0)
}

function threadOf({ pid, tid }: TraceEvent): string {
  return `${pid} ${tid}`
}
