import { useEffect, useState } from 'preact/hooks'
import browser from 'webextension-polyfill'
import { sendToPage } from '../../messages/send.ts'
import type { PageSummary } from '../../page/features/report/picture-report.ts'
import reportScript from '../../page/report-script.ts?script&iife'
import { matchPattern } from '../../settings/match-pattern.ts'
import { sumSummaries } from './sum-summaries.ts'

/** How often the popup asks the page for its counts. */
const POLL_INTERVAL_MS = 1000
/** A host with a smaller share of the page's pictures probably serves advertisements, so the popup does not mention it. */
const MIN_SHARE = 0.05

/** The state of a page's pictures. */
interface PageState {
  summary: PageSummary
  /** Hosts that could not be read because the user has not granted them, the busiest first. */
  ungranted: UngrantedHost[]
}

export interface UngrantedHost {
  host: string
  /** Match pattern to request from the browser. */
  pattern: string
  pictures: number
}

/** Follows the active tab's pictures while badges are on. Undefined until the page has answered. */
export function usePage(isOn: boolean): PageState | undefined {
  const [page, setPage] = useState<PageState>()
  useEffect(() => {
    if (!isOn) return
    let isPolling = false
    let isCancelled = false
    const poll = async () => {
      // Requests to a page that hangs must not pile up.
      if (isPolling) return
      isPolling = true
      const seen = await readPage().catch(() => undefined)
      isPolling = false
      if (!isCancelled) setPage(seen)
    }
    const timer = setInterval(poll, POLL_INTERVAL_MS)
    browser.permissions.onAdded.addListener(poll)
    void poll()
    return () => {
      isCancelled = true
      clearInterval(timer)
      browser.permissions.onAdded.removeListener(poll)
      setPage(undefined)
    }
  }, [isOn])
  return page
}

async function readPage(): Promise<PageState | undefined> {
  const [{ id: tabId = browser.tabs.TAB_ID_NONE } = {}] = await browser.tabs.query({
    active: true,
    currentWindow: true,
  })
  const target = { tabId, allFrames: true }
  // In all frames. That needs no permission beyond the one for the page.
  const frames = await browser.scripting.executeScript({ target, files: [`/${reportScript}`] })
  const answers = await Promise.all(frames.map(({ frameId }) => ask(tabId, frameId)))
  const summaries = answers.filter(answer => answer !== undefined)
  if (summaries.length === 0) return undefined
  const summary = sumSummaries(summaries)
  return { summary, ungranted: await ungrantedHosts(summary) }
}

/** Returns undefined if the frame has no content script. */
async function ask(tabId: number, frameId: number): Promise<PageSummary | undefined> {
  return sendToPage({ tabId, frameId }, 'summarise').catch(() => undefined)
}

async function ungrantedHosts({ garments, unwanted, others, unreached }: PageSummary): Promise<UngrantedHost[]> {
  const hosts = new Map<string, UngrantedHost>()
  for (const [origin, count] of Object.entries(unreached)) {
    const pattern = matchPattern(origin)
    const { pictures = 0 } = hosts.get(pattern) ?? {}
    hosts.set(pattern, { host: new URL(origin).hostname, pattern, pictures: pictures + count })
  }
  const areGranted = await Promise.all(
    [...hosts.keys()].map(pattern => browser.permissions.contains({ origins: [pattern] })),
  )
  const ungranted = [...hosts.values()].filter((_, i) => !areGranted[i])
  const all = ungranted.reduce((sum, { pictures }) => sum + pictures, garments + unwanted + others)
  return ungranted.filter(({ pictures }) => pictures >= all * MIN_SHARE).sort((a, b) => b.pictures - a.pictures)
}
