import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer'
import { type Launched, launch } from '../../scripts/drive/launch.ts'
import { overlaySelector } from '../../scripts/drive/overlay.ts'
import { switchOn } from '../../scripts/drive/popup.ts'
import { benchDist } from '../../scripts/paths.ts'
import { type FromHost, INFERENCE } from '../../src/messages.ts'
import { median, quantile } from '../median.ts'
import { openBenchShop } from '../page/bench-shop.ts'
import { shelfPage } from '../page/shelf-page.ts'
import type { Part } from '../report/part.ts'
import { inBrowser, openOwn } from './arena.ts'

const HOST_ROUNDS = 11
const BROWSER_ROUNDS = 5
/** Milliseconds. */
const BAR = 600

/** How long the host takes to be ready, and the browser to show the first badge. */
export async function measureStart(): Promise<Part> {
  const hosts = await inBrowser([], async launched => {
    const own = await openOwn(launched)
    const times: number[] = []
    for (let round = 0; round <= HOST_ROUNDS; round++) times.push(await startHost(own))
    // The first one has the service worker's own start in it, as the row below has.
    return times.slice(1)
  })
  const { ready, badge } = await startBrowsers()
  const row = (what: string, times: number[]) => [what, median(times).toFixed(0), quantile(times, 0.9).toFixed(0)]
  return {
    title: 'Start',
    notes: [
      'The host from the wish for it to its first *ready*: document, workers, files, compilation, self-test and timing, on',
      'WebAssembly. The browser from its command line to the first badge on a page of 40 pictures, in a profile that has the',
      'shop switched on, with the driver that opens the page in between.',
    ],
    tables: [
      {
        title: 'Milliseconds',
        head: ['', 'median', 'p90'],
        rows: [
          row('host start to ready', hosts),
          row('browser start to its driver', ready),
          row('browser start to the first badge', badge),
        ],
      },
    ],
    figures: [
      {
        what: 'host start to ready, WASM',
        seen: `${median(hosts).toFixed(0)} ms`,
        bar: `≤ ${BAR} ms`,
        isMet: median(hosts) <= BAR,
      },
    ],
    samples: { host: hosts, 'browser, driver': ready, 'browser, badge': badge },
  }
}

/** Closes the host, wishes for it and waits until it says that it is ready. @returns milliseconds */
function startHost(own: Page): Promise<number> {
  return own.evaluate(async name => {
    if (await chrome.offscreen.hasDocument()) await chrome.offscreen.closeDocument()
    const start = performance.now()
    await chrome.runtime.sendMessage({ to: 'background', type: 'wake-host' })
    const port = chrome.runtime.connect({ name })
    const state = await new Promise<string>(resolve => {
      port.onMessage.addListener((message: FromHost) => {
        if (message.type === 'status' && message.status.state !== 'starting') resolve(message.status.state)
      })
      port.postMessage({ type: 'status' })
    })
    const time = performance.now() - start
    port.disconnect()
    if (state !== 'ready') throw new Error(`The host is ${state}.`)
    return time
  }, INFERENCE)
}

async function startBrowsers(): Promise<{ ready: number[]; badge: number[] }> {
  const profile = await mkdtemp(join(tmpdir(), 'apparel-lens-bench-'))
  const shop = await openBenchShop()
  const start = () => launch({ headless: true, extension: benchDist, profile })
  const show = async ({ browser }: Launched) => {
    const page = await browser.newPage()
    await page.goto(shop.page(shelfPage(shop.fresh(40), 40)), { waitUntil: 'domcontentloaded' })
    return page
  }
  const ready: number[] = []
  const badge: number[] = []
  try {
    const first = await start()
    await switchOn(first, await show(first))
    await first.browser.close()
    for (let round = 0; round < BROWSER_ROUNDS; round++) {
      const begin = performance.now()
      const launched = await start()
      ready.push(performance.now() - begin)
      const page = await show(launched)
      await page.waitForSelector(overlaySelector)
      badge.push(performance.now() - begin)
      await launched.browser.close()
    }
  } finally {
    shop.close()
    await rm(profile, { recursive: true, force: true })
  }
  return { ready, badge }
}
