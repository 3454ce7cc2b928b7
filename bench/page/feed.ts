import { setTimeout as pause } from 'node:timers/promises'
import type { CDPSession } from 'puppeteer'
import { hostStatus } from '../../scripts/drive/ask-host.ts'
import type { Figure } from '../figure.ts'
import { median } from '../median.ts'
import { feedPage } from './feed-page.ts'
import type { Bench } from './open-bench.ts'

/** Length of the feed. */
const MINUTES = Number(process.env.FEED_MINUTES ?? 10)
const PICTURES = 10_000
const SAMPLE_INTERVAL_S = 10

/** Memory while a feed of recycled cards scrolls by, sampled after garbage collections. */
export async function measureFeed(bench: Bench): Promise<Figure[]> {
  const page = await bench.open(bench.shop.page(feedPage(bench.shop.fresh(PICTURES), PICTURES)))
  const host = await bench.host()
  const workers = await workersOf(host)
  const sessions = { page: await page.createCDPSession(), host }
  const heaps: Record<string, number[]> = { page: [], host: [], workers: [] }
  const network: number[] = []

  const end = performance.now() + MINUTES * 60_000
  const rate = PICTURES / (MINUTES * 60)
  // Not awaited in the page, because the debugger call would time out.
  await page.evaluate(`void run(${MINUTES * 60_000}, ${rate})`)
  while (performance.now() < end) {
    await pause(SAMPLE_INTERVAL_S * 1000)
    for (const [name, session] of Object.entries(sessions)) heaps[name]?.push(await heapOf(session))
    heaps.workers?.push(await workers.heap())
    const status = await hostStatus(bench.own)
    if (status.state === 'ready') network.push(status.memory / 1e6)
  }
  const flat = Object.entries(heaps).map(([name, values]) => flatness(`heap of ${name}`, values, 'MB'))
  return [...flat, flatness('memory of the network', network, 'MB')]
}

/** Compares the median of the last third with that of the middle third. */
function flatness(name: string, values: number[], unit: string): Figure {
  const third = Math.floor(values.length / 3)
  const middle = median(values.slice(third, 2 * third))
  const last = median(values.slice(-third))
  // A network may use no memory at all.
  const change = last === middle ? 0 : last / middle - 1
  return {
    what: `${name}, ${MINUTES} minutes of a feed`,
    seen: `${middle.toFixed(2)} → ${last.toFixed(2)} ${unit} (${change < 0 ? '' : '+'}${(100 * change).toFixed(1)} %)`,
    bar: 'within 5 %',
    isMet: change <= 0.05,
  }
}

async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage')
  return (await session.send('Runtime.getHeapUsage')).usedSize / 1e6
}

/** Follows the host's workers, which the debugger reaches through their page. The host replaces them from time to time. */
async function workersOf(host: CDPSession): Promise<{ heap(): Promise<number> }> {
  const open = new Set<CDPSession>()
  host.on('sessionattached', (session: CDPSession) => open.add(session))
  host.on('sessiondetached', (session: CDPSession) => open.delete(session))
  await host.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true })
  return {
    heap: async () => {
      // A worker may close before it answers.
      const heaps = await Promise.all([...open].map(session => heapOf(session).catch(() => 0)))
      return heaps.reduce((a, b) => a + b, 0)
    },
  }
}
