import type { Page } from 'puppeteer'

/** What the content script has cost a page. Milliseconds. */
export interface Cost {
  total: number
  /** Of its share in one task of the page's main thread. */
  longest: number
  /** Tasks in which it had a share. */
  tasks: number
  /** By what was called, the dearest first. */
  parts: [name: string, milliseconds: number][]
}

interface TraceEvent {
  name: string
  ph: string
  ts: number
  dur?: number
  /** Of the processor, so that other work on the machine does not count. Microseconds. */
  tdur?: number
  pid: number
  tid: number
  args: { data?: { url?: string; functionName?: string; lineNumber?: number } }
}

/** Follows what the extension does in a page while some work goes on. */
export async function costOf(page: Page, work: () => Promise<void>): Promise<Cost> {
  await page.tracing.start({ categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'toplevel'] })
  await work()
  const { traceEvents } = JSON.parse(new TextDecoder().decode(await page.tracing.stop())) as {
    traceEvents: TraceEvent[]
  }
  return sum(traceEvents)
}

function sum(events: TraceEvent[]): Cost {
  const whole = events.filter(({ ph, dur }) => ph === 'X' && dur !== undefined)
  const calls = outermost(whole.filter(({ args }) => args.data?.url?.startsWith('chrome-extension://')))
  const threads = new Set(calls.map(threadOf))
  const tasks = outermost(whole.filter(event => event.name.endsWith('RunTask') && threads.has(threadOf(event))))
  const shares = new Map<TraceEvent, number>()
  const parts = new Map<string, number>()
  for (const call of calls) {
    const task = tasks.find(task => threadOf(task) === threadOf(call) && contains(task, call)) ?? call
    const milliseconds = (call.tdur ?? call.dur ?? 0) / 1000
    shares.set(task, (shares.get(task) ?? 0) + milliseconds)
    const name = `${call.name} ${call.args.data?.functionName ?? ''}:${call.args.data?.lineNumber ?? ''}`
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

/** Those that lie in no other of the list. */
function outermost(events: TraceEvent[]): TraceEvent[] {
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
