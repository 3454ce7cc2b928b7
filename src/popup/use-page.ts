import { useEffect, useState } from 'preact/hooks'
import browser from 'webextension-polyfill'
import { sendToPage } from '../messages/send.ts'
import type { PageSummary } from '../page/features/report/picture-report.ts'
import { matchPattern } from '../settings/match-pattern.ts'
import { addUp } from './add-up.ts'

/** Milliseconds between two looks at the page. */
const REST = 1000
/** A host with less than this share of the page's pictures is one of advertisements, say: nobody is bothered with it. */
const LEAST_SHARE = 0.05

/** What became of a page's pictures. */
export interface PageState {
  summary: PageSummary
  /** Hosts that were not reached and that the person has not allowed, the busiest first. */
  barred: BarredHost[]
}

export interface BarredHost {
  host: string
  /** What to ask the browser for. */
  pattern: string
  pictures: number
}

/** Follows the active tab's pictures while they are badged; undefined until the page has answered. */
export function usePage(isOn: boolean): PageState | undefined {
  const [page, setPage] = useState<PageState>()
  useEffect(() => {
    if (!isOn) return
    let isLooking = false
    let isOver = false
    const look = async () => {
      // A page that hangs is not asked twice.
      if (isLooking) return
      isLooking = true
      const seen = await lookAtPage().catch(() => undefined)
      isLooking = false
      if (!isOver) setPage(seen)
    }
    const timer = setInterval(look, REST)
    browser.permissions.onAdded.addListener(look)
    void look()
    return () => {
      isOver = true
      clearInterval(timer)
      browser.permissions.onAdded.removeListener(look)
      setPage(undefined)
    }
  }, [isOn])
  return page
}

async function lookAtPage(): Promise<PageState | undefined> {
  const [{ id: tabId = browser.tabs.TAB_ID_NONE } = {}] = await browser.tabs.query({
    active: true,
    currentWindow: true,
  })
  const target = { tabId, allFrames: true }
  // Names all frames, which needs no permission but the one for the page.
  const frames = await browser.scripting.executeScript({ target, func: () => {} })
  const answers = await Promise.all(frames.map(({ frameId }) => ask(tabId, frameId)))
  const summaries = answers.filter(answer => answer !== undefined)
  if (summaries.length === 0) return undefined
  const summary = addUp(summaries)
  return { summary, barred: await barredOf(summary) }
}

/** Undefined where there is no content script. */
async function ask(tabId: number, frameId: number): Promise<PageSummary | undefined> {
  return sendToPage({ tabId, frameId }, 'summarise').catch(() => undefined)
}

async function barredOf({ garments, unwanted, others, unreached }: PageSummary): Promise<BarredHost[]> {
  const hosts = new Map<string, BarredHost>()
  for (const [origin, count] of Object.entries(unreached)) {
    const pattern = matchPattern(origin)
    const { pictures = 0 } = hosts.get(pattern) ?? {}
    hosts.set(pattern, { host: new URL(origin).hostname, pattern, pictures: pictures + count })
  }
  const areGranted = await Promise.all(
    [...hosts.keys()].map(pattern => browser.permissions.contains({ origins: [pattern] })),
  )
  const barred = [...hosts.values()].filter((_, i) => !areGranted[i])
  const all = barred.reduce((sum, { pictures }) => sum + pictures, garments + unwanted + others)
  return barred.filter(({ pictures }) => pictures >= all * LEAST_SHARE).sort((a, b) => b.pictures - a.pictures)
}
