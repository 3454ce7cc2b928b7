import { readdir, readFile } from 'node:fs/promises'
import type { CDPSession, Page } from 'puppeteer'
import { hostStatus } from '../../scripts/drive/ask-host.ts'
import { type FromHost, INFERENCE } from '../../src/messages.ts'
import { pictureAt } from '../page/bench-shop.ts'
import { type Bench, openBench } from '../page/open-bench.ts'
import type { Part } from '../report/part.ts'

const MANY = 10_000
/** The host remembers so many answers: from here on nothing more should come. */
const CACHES_FULL = 2500
const MB = 1e6
const BAR = 120

/** Megabytes. */
interface Held {
  /** What the extension's process has for itself alone: engine, code, heaps and all. NaN where the system does not say. */
  process: number
  /** JavaScript of the host's own thread, and buffers of it. */
  heap: number
  buffers: number
  /** What the network holds. */
  network: number
}

/** What the host holds: after its start, after 10,000 pictures, and after five minutes without any. */
export async function measureMemory(): Promise<Part> {
  const bench = await openBench()
  try {
    return await measure(bench)
  } finally {
    await bench.close()
  }
}

async function measure(bench: Bench): Promise<Part> {
  const debug = await bench.host()
  const loaded = await heldBy(bench, debug)
  await askMany(bench, CACHES_FULL)
  const full = await heldBy(bench, debug)
  await askMany(bench, MANY - CACHES_FULL)
  const many = await heldBy(bench, debug)
  const gone = new Promise(resolve => bench.browser.once('targetdestroyed', resolve))
  await debug.send('Emulation.setVirtualTimePolicy', { policy: 'advance', budget: 310_000 })
  await gone
  const idle = await processMemory()

  const row = (what: string, { process, heap, buffers, network }: Held) => [
    what,
    ...[process, heap, buffers, network].map(value => value.toFixed(1)),
  ]
  const growth = many.process - loaded.process
  return {
    title: 'Memory',
    notes: [
      "Private memory of the extension's renderer process, in which the host, its workers, the service worker and one empty",
      'page of the extension live; and the heap of the host’s own thread after a collection. Thirty pictures were answered',
      'before the first row. All pictures are kept as tags, and no two are the same.',
    ],
    tables: [
      {
        title: 'MB',
        head: ['', 'process, private', 'heap', 'its buffers', 'network'],
        rows: [
          row('after load', loaded),
          row(`after ${CACHES_FULL} pictures, when its caches are full`, full),
          row(`after ${MANY} pictures`, many),
          ['after five minutes without a question: the host has closed', idle.toFixed(1), '–', '–', '–'],
        ],
      },
    ],
    figures: [
      {
        what: 'memory after load',
        seen: `${loaded.process.toFixed(0)} MB`,
        bar: `≤ ${BAR} MB`,
        isMet: loaded.process <= BAR,
      },
      {
        what: `memory after ${MANY} pictures`,
        seen: `${growth.toFixed(1)} MB more than after load, ${(many.process - full.process).toFixed(1)} MB more than with full caches`,
        bar: '+ 0',
        isMet: growth <= 0,
      },
    ],
    samples: { 'process, MB': [loaded.process, full.process, many.process, idle] },
  }
}

async function heldBy({ own }: Bench, debug: CDPSession): Promise<Held> {
  const status = await hostStatus(own)
  await debug.send('HeapProfiler.collectGarbage')
  const heap = (await debug.send('Runtime.getHeapUsage')) as { usedSize: number; backingStorageSize?: number }
  return {
    process: await processMemory(),
    heap: heap.usedSize / MB,
    buffers: (heap.backingStorageSize ?? Number.NaN) / MB,
    network: status.state === 'ready' ? status.memory / MB : Number.NaN,
  }
}

/** Private megabytes of the largest extension process that this process has started; the browser has one for ours. */
async function processMemory(): Promise<number> {
  const pids = (await readdir('/proc').catch(() => [])).filter(name => /^\d+$/.test(name))
  const sizes = await Promise.all(
    pids.map(async pid => {
      const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
      if (!command.includes('--extension-process') || !(await isOurs(pid))) return Number.NaN
      const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
      const kilobytes = [...rollup.matchAll(/^Private_(?:Clean|Dirty): +(\d+) kB/gm)].map(([, size]) => Number(size))
      return (kilobytes.reduce((a, b) => a + b, 0) * 1024) / MB
    }),
  )
  return Math.max(...sizes.filter(size => !Number.isNaN(size)), Number.NEGATIVE_INFINITY)
}

async function isOurs(pid: string): Promise<boolean> {
  for (let at = pid; at !== '0' && at !== ''; ) {
    if (at === String(process.pid)) return true
    const stat = await readFile(`/proc/${at}/stat`, 'utf8').catch(() => '')
    at = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? ''
  }
  return false
}

/** Asks about so many pictures that were not seen before, a few at a time as a page does, and has them kept. */
async function askMany({ own, shop }: Bench, count: number): Promise<void> {
  const first = shop.fresh(count)
  const step = 500
  for (let done = 0; done < count; done += step) {
    const urls = Array.from({ length: step }, (_, i) => shop.origin + pictureAt(first + done + i))
    await askAll(own, urls, shop.origin)
  }
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
            const sighting = { pageUrl, pageTitle: 'Shop', imageUrl, by: 'auto' }
            port.postMessage({ type: 'classify', id, source: { url: imageUrl }, priority: 'visible', sighting })
          }
          if (open === 0) resolve()
        }
        port.onMessage.addListener((message: FromHost) => {
          if (message.type !== 'answer') return
          open--
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
