import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'puppeteer'
import { killServiceWorker } from '../../scripts/drive/context-menu.ts'
import { popupUrl, switchOff, switchOn } from '../../scripts/drive/popup.ts'
import type { Bench } from '../page/open-bench.ts'

/** What happens to the page in front while it is being answered. `open` are the pages opened so far, the last one in front. */
export type Interruption = (bench: Bench, open: readonly Page[]) => Promise<void>

/** How long a frozen page sleeps, milliseconds. */
const SLEEP_MS = 2000

/** The events of a person's day, by name. What `loses` tags loses those of the last seconds by design. */
export const interruptions: Record<string, { act: Interruption; loses?: true }> = {
  'service worker killed': { act: bench => killServiceWorker(bench) },
  'sleep and wake': { act: sleepAndWake },
  'site off and on': { act: switchSite },
  'host closed': { act: closeHost, loses: true },
  'popup and history opened': { act: lookAtHistory },
  'gone and back': { act: goAndComeBack },
  'renderer killed': { act: crash },
}

/** Freezes all pages, as the browser does when the computer sleeps or tabs are in the background for long. */
async function sleepAndWake({ own }: Bench, open: readonly Page[]): Promise<void> {
  const sessions = await Promise.all(open.map(page => page.createCDPSession()))
  // A page that is frozen in front stays hidden, because the browser believes that it shows it already.
  await own.bringToFront()
  await Promise.all(sessions.map(session => session.send('Page.setWebLifecycleState', { state: 'frozen' })))
  await pause(SLEEP_MS)
  await Promise.all(sessions.map(session => session.send('Page.setWebLifecycleState', { state: 'active' })))
  await Promise.all(sessions.map(session => session.detach()))
  await open.at(-1)?.bringToFront()
}

async function switchSite(bench: Bench, open: readonly Page[]): Promise<void> {
  const front = open.at(-1) as Page
  await switchOff(bench, front)
  await switchOn(bench, front)
  await front.bringToFront()
}

/** Closes the inference host at once, as a crash of its document would. */
async function closeHost({ own }: Bench): Promise<void> {
  await own.evaluate(async () => {
    if (await chrome.offscreen.hasDocument()) await chrome.offscreen.closeDocument()
  })
}

async function lookAtHistory({ browser, extensionId }: Bench, open: readonly Page[]): Promise<void> {
  for (const url of [popupUrl(extensionId), `chrome-extension://${extensionId}/src/history-page/index.html`]) {
    const page = await browser.newPage()
    await page.goto(url)
    await page.waitForSelector('.tags li button, .cell img')
    await page.close()
  }
  await open.at(-1)?.bringToFront()
}

/** Follows a link and returns, which takes the page into the back/forward cache and out of it. */
async function goAndComeBack({ shop }: Bench, open: readonly Page[]): Promise<void> {
  const front = open.at(-1) as Page
  await front.goto(shop.page('<!doctype html><title>Elsewhere</title><h1>Elsewhere</h1>'))
  await front.goBack({ waitUntil: 'domcontentloaded' })
}

/** Kills the page's renderer; then the person reloads the page. */
async function crash(_: Bench, open: readonly Page[]): Promise<void> {
  const front = open.at(-1) as Page
  const url = front.url()
  const session = await front.createCDPSession()
  const crashed = new Promise(resolve => front.once('error', resolve))
  // Never answered: the process that would answer is gone.
  session.send('Page.crash').catch(() => {})
  await crashed
  await front.goto(url, { waitUntil: 'domcontentloaded' })
}
