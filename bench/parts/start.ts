import type { Page } from 'puppeteer'
import { askHost } from '../../scripts/drive/ask-host.ts'
import { launch } from '../../scripts/drive/launch.ts'
import { benchDist } from '../../scripts/paths.ts'
import { type FromHost, INFERENCE } from '../../src/messages/host-port.ts'
import { drawPicture } from '../../tests/shop/pictures.ts'
import { median, quantile } from '../median.ts'
import type { Part } from '../report/part.ts'
import { inBrowser, openOwn } from './arena.ts'

const HOST_ROUNDS = 11
const BROWSER_ROUNDS = 5
const BAR_MS = 600

/** Time until the host is ready, and until a fresh browser gives the first answer. */
export async function measureStart(): Promise<Part> {
  const hosts = await inBrowser([], async launched => {
    const own = await openOwn(launched)
    const times: number[] = []
    for (let round = 0; round <= HOST_ROUNDS; round++) times.push(await startHost(own))
    // The first one includes the start of the service worker, as the browser's row does.
    return times.slice(1)
  })
  const { ready, answer } = await startBrowsers()
  const row = (what: string, times: number[]) => [what, median(times).toFixed(0), quantile(times, 0.9).toFixed(0)]
  return {
    title: 'Start',
    notes: [
      'The host from its request to its first *ready*: document, workers, files, compilation, self-test and timing, on',
      'WebAssembly. The browser from its command line to the first answer to a page of the extension, in a new profile.',
    ],
    tables: [
      {
        title: 'Milliseconds',
        head: ['', 'median', 'p90'],
        rows: [
          row('host start to ready', hosts),
          row('browser start to its driver', ready),
          row('browser start to the first answer', answer),
        ],
      },
    ],
    figures: [
      {
        what: 'host start to ready, WASM',
        seen: `${median(hosts).toFixed(0)} ms`,
        bar: `≤ ${BAR_MS} ms`,
        isMet: median(hosts) <= BAR_MS,
      },
    ],
    samples: { host: hosts, 'browser, driver': ready, 'browser, answer': answer },
  }
}

/** Closes the host, requests it and waits until it is ready. @returns milliseconds */
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

/**
 * Measures until an answer, not until a badge: when the driver restarts a profile, `permissions.getAll` names no site and no
 * content script is registered any more, although both were there before. A restart by a user has not been tested.
 */
async function startBrowsers(): Promise<{ ready: number[]; answer: number[] }> {
  const picture = Buffer.from(await drawPicture('1f455', 0)).toString('base64')
  const ready: number[] = []
  const answer: number[] = []
  for (let round = 0; round < BROWSER_ROUNDS; round++) {
    const begin = performance.now()
    const launched = await launch({ headless: true, extension: benchDist })
    ready.push(performance.now() - begin)
    await askHost(await openOwn(launched), [`data:image/jpeg;base64,${picture}`])
    answer.push(performance.now() - begin)
    await launched.browser.close()
  }
  return { ready, answer }
}
