import type { Page } from 'puppeteer'
import { type FromHost, INFERENCE } from '../../src/messages/host-port.ts'
import { median, quantile } from '../median.ts'
import { type Format, formats } from '../page/large-pictures.ts'
import { type Bench, withBench } from '../page/open-bench.ts'
import type { Part } from '../report/part.ts'

const ROUNDS = 25
const WARM_UP = 5

/** Measures the time from a picture's URL to its answer, with the file in the HTTP cache. */
export function measureAnswer(): Promise<Part> {
  return withBench(measure)
}

async function measure({ shop, own }: Bench): Promise<Part> {
  const urls = Object.fromEntries(formats.map(format => [format, shop.large(format, 2 * (ROUNDS + WARM_UP))]))
  await cache(own, Object.values(urls).flat())
  const before = shop.requests()
  const totals = byFormat()
  const networks = byFormat()
  const stages: Record<string, Record<Format, number[]>> = {}
  for (let round = -WARM_UP; round < ROUNDS; round++)
    for (const format of formats) {
      const { total, network } = await ask(own, urls[format]?.pop() as string)
      const times = await own.evaluate(url => globalThis.stagesOf(url), urls[format]?.pop() as string)
      if (round < 0) continue
      totals[format].push(total)
      networks[format].push(network)
      for (const [stage, time] of Object.entries(times)) {
        stages[stage] ??= byFormat()
        stages[stage][format].push(time)
      }
    }
  const wereCached = shop.requests() === before
  if (!wereCached) throw new Error('The browser asked the server again: these times would not be those of its cache.')

  const ratio = (format: Format) => median(totals[format]) / median(networks[format])
  const row = (name: string, times: Record<Format, number[]>) => [
    name,
    ...formats.map(format => median(times[format]).toFixed(1)),
  ]
  return {
    title: 'Picture to answer',
    notes: [
      'From the URL of a picture of 1000 × 1000 px in the HTTP cache to the answer, one at a time, requested by a page of the',
      'extension over the usual Port. The stages were measured one by one on a different thread than the host uses, so their',
      'sum is not the total, which includes messages between threads and processes.',
    ],
    tables: [
      {
        title: 'Median ms',
        head: ['', ...formats.map(format => `${format}, ${Math.round(shop.size(format) / 1000)} kB`)],
        rows: [
          ...Object.entries(stages).map(([stage, times]) => row(stage, times)),
          row('**total, as asked**', totals),
          ['p90', ...formats.map(format => quantile(totals[format], 0.9).toFixed(1))],
          row('of that the network', networks),
          ['total ÷ network', ...formats.map(format => `${ratio(format).toFixed(2)} ×`)],
        ],
      },
    ],
    figures: [
      {
        what: 'picture to answer, JPEG of 1000 × 1000 from the cache',
        seen: `${ratio('jpeg').toFixed(2)} × the network`,
        bar: '≤ 1.25 ×',
        isMet: ratio('jpeg') <= 1.25,
      },
    ],
    samples: Object.fromEntries(
      formats.flatMap(format => [
        [`${format}, total`, totals[format]],
        [`${format}, network`, networks[format]],
      ]),
    ),
  }
}

function byFormat(): Record<Format, number[]> {
  return { jpeg: [], webp: [], png: [], avif: [] }
}

/** Fetches files as the host does, to fill the HTTP cache for it. */
function cache(own: Page, urls: string[]): Promise<void> {
  return own.evaluate(async urls => {
    for (const url of urls) await (await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer' })).blob()
  }, urls)
}

/** Milliseconds from the request to the answer, and those of the network alone according to the host. */
function ask(own: Page, url: string): Promise<{ total: number; network: number }> {
  return own.evaluate(
    async (name, url) => {
      const port = chrome.runtime.connect({ name })
      const reply = (type: FromHost['type']) =>
        new Promise<FromHost>(resolve => {
          port.onMessage.addListener((message: FromHost) => message.type === type && resolve(message))
        })
      // A page opens its Port once for all its pictures.
      const opened = reply('status')
      port.postMessage({ type: 'status' })
      await opened
      const answered = reply('answer')
      const start = performance.now()
      port.postMessage({ type: 'classify', id: 1, source: { url }, priority: 'asked' })
      const answer = await answered
      const total = performance.now() - start
      port.disconnect()
      if (answer.type !== 'answer' || !('prediction' in answer.answer))
        throw new Error(`No answer: ${JSON.stringify(answer)}`)
      return { total, network: answer.answer.milliseconds }
    },
    INFERENCE,
    url,
  )
}
