import { setTimeout as pause } from 'node:timers/promises'
import type { CDPSession, Page } from 'puppeteer'
import { hostStatus } from '../../scripts/drive/ask-host.ts'
import { type Batch, type FromHost, INFERENCE } from '../../src/messages/host-port.ts'
import { median } from '../median.ts'
import { pictureAt } from '../page/bench-shop.ts'
import { type Bench, withBench } from '../page/open-bench.ts'
import type { Part } from '../report/part.ts'
import { processMemory, watchPeak } from './process-memory.ts'

const MANY = Number(process.env.MEMORY_PICTURES ?? 10_000)
/** Pictures between two samples. */
const PICTURES_PER_SAMPLE = 1000
/**
 * Milliseconds after the last picture, enough for the host's workers to close, for V8 to collect garbage, and for the service worker
 * to end: it trims the history up to 10 s later and lives for 30 s more.
 */
const REST_MS = 60_000
/** Milliseconds in which the threads of a closed host end. */
const CLOSE_MS = 5000
const MB = 1e6
const LOAD_BAR_MB = 120
/** Largest memory while all pictures are answered, and largest growth at rest. */
const PEAK_BAR_MB = 150
const GROWTH_BAR_MB = 5

/** Megabytes. */
interface Held {
  /** Private memory of the extension's process. NaN on systems that do not report it. */
  process: number
  /** JavaScript heap and buffers of the host's main thread. */
  heap: number
  buffers: number
  /** Memory of the network. */
  network: number
}

/**
 * The host's memory after its start, while it answers 10,000 pictures, after them, and after five idle minutes.
 * @param extension as for `withBench`
 */
export function measureMemory(extension?: string): Promise<Part> {
  return withBench(measure, extension)
}

async function measure(bench: Bench): Promise<Part> {
  const debug = await bench.host()
  await pause(REST_MS)
  const loaded = await heldBy(bench, debug)
  const working: Held[] = []
  const peak = watchPeak()
  for (let done = 0; done < MANY; done += PICTURES_PER_SAMPLE) {
    await askMany(bench, PICTURES_PER_SAMPLE)
    working.push(await heldBy(bench, debug))
  }
  const most = await peak.stop()
  await pause(REST_MS)
  const many = await heldBy(bench, debug)
  const gone = new Promise(resolve => bench.browser.once('targetdestroyed', resolve))
  await debug.send('Emulation.setVirtualTimePolicy', { policy: 'advance', budget: 310_000 })
  await gone
  await pause(CLOSE_MS)
  const idle = await processMemory()

  const row = (what: string, { process, heap, buffers, network }: Held) => [
    what,
    ...[process, heap, buffers, network].map(value => value.toFixed(1)),
  ]
  const growth = many.process - loaded.process
  const curve = working.map(({ process }) => process)
  return {
    title: 'Memory',
    notes: [
      "Private memory of the extension's renderer process, in which the host, its workers, the service worker and one empty",
      'page of the extension live; and the heap of the host’s thread. No garbage collection was forced. *At rest* is',
      `${REST_MS / 1000} seconds after the last answer, when the workers that read and store and the service worker have ended: the bar compares`,
      'after load with after all pictures, both at rest. Thirty pictures were answered before the first row. The rows in',
      'between were taken at work, without a pause, and include garbage; the largest figure of all comes from looking twice a',
      'second. All pictures are stored as tags, and all differ.',
    ],
    tables: [
      {
        title: 'MB',
        head: ['', 'process, private', 'heap', 'its buffers', 'network'],
        rows: [
          row('after load, at rest', loaded),
          ...working.map((held, i) => row(`at work, after ${(i + 1) * PICTURES_PER_SAMPLE} pictures`, held)),
          row(`after ${MANY} pictures, at rest`, many),
          ['after five minutes without a question: the host has closed', idle.toFixed(1), '–', '–', '–'],
        ],
      },
    ],
    figures: [
      {
        what: 'memory after load',
        seen: `${loaded.process.toFixed(0)} MB`,
        bar: `≤ ${LOAD_BAR_MB} MB`,
        isMet: loaded.process <= LOAD_BAR_MB,
      },
      {
        what: `memory after ${MANY} pictures`,
        seen: `${many.process.toFixed(1)} MB, ${growth < 0 ? '−' : '+'} ${Math.abs(growth).toFixed(1)}`,
        bar: `≤ + ${GROWTH_BAR_MB}`,
        isMet: growth <= GROWTH_BAR_MB,
      },
      {
        what: `memory at work on ${MANY} pictures`,
        seen: `median of the first half ${median(curve.slice(0, curve.length / 2)).toFixed(0)} MB, of the second ${median(curve.slice(curve.length / 2)).toFixed(0)}; ${most.toFixed(0)} at most`,
        bar: `≤ ${PEAK_BAR_MB} MB at most`,
        isMet: most <= PEAK_BAR_MB,
      },
    ],
    samples: { 'process, MB': [loaded.process, ...curve, many.process, idle] },
  }
}

async function heldBy({ own }: Bench, debug: CDPSession): Promise<Held> {
  const status = await hostStatus(own)
  const heap = (await debug.send('Runtime.getHeapUsage')) as { usedSize: number; backingStorageSize?: number }
  return {
    process: await processMemory(),
    heap: heap.usedSize / MB,
    buffers: (heap.backingStorageSize ?? Number.NaN) / MB,
    network: status.state === 'ready' ? status.memory / MB : Number.NaN,
  }
}

/** Requests new pictures, a few at a time like a page, and has them stored as tags. */
function askMany({ own, shop }: Bench, count: number): Promise<void> {
  const first = shop.fresh(count)
  const urls = Array.from({ length: count }, (_, i) => shop.origin + pictureAt(first + i))
  return askAll(own, urls, shop.origin)
}

function askAll(own: Page, urls: string[], pageUrl: string): Promise<void> {
  return own.evaluate(
    async (name, urls, pageUrl) => {
      const port = chrome.runtime.connect({ name })
      let next = 0
      let open = 0
      await new Promise<void>(resolve => {
        const ask = () => {
          for (; open < 8 && next < urls.length; open++) {
            const id = next++
            const imageUrl = urls[id] as string
            const provenance = { pageUrl, pageTitle: 'Shop', imageUrl, by: 'auto' }
            port.postMessage({ type: 'classify', id, source: { url: imageUrl }, priority: 'visible', provenance })
          }
          if (open === 0) resolve()
        }
        port.onMessage.addListener((batch: Batch<FromHost>) => {
          open -= [batch].flat().filter(({ type }) => type === 'answer').length
          ask()
        })
        ask()
      })
      port.disconnect()
    },
    INFERENCE,
    urls,
    pageUrl,
  )
}
