import type { Page } from 'puppeteer'
import { withTimeout } from '../../src/async/with-timeout.ts'
import type { Bench } from '../page/open-bench.ts'
import { interruptions } from './interruptions.ts'
import { publishPage } from './pages.ts'
import { awaitOutcome } from './read-outcome.ts'
import type { SavedTags } from './saved-tags.ts'

/** Tabs open at the same time at the end of a round. */
const TABS = 40
/** A page at which something happens comes after so many undisturbed ones. */
const INTERRUPT_EVERY = 5
/** Longest time for one of the things that happen, milliseconds. */
const TIMEOUT_MS = 60_000

/** What became of a round's pictures. */
export interface RoundOutcome {
  answered: number
  /** Pictures that could not be read or answered, with the reason of each. */
  failures: string[]
  /** What should not have happened: pictures without an answer, garments that were not stored, steps that failed. */
  lost: string[]
  /** Garments that were not stored because their host was closed on purpose, which may lose the last two seconds. */
  forgiven: number
}

/**
 * Opens forty tabs of new pictures, each until all its pictures are answered, while things happen to every fifth. Then closes
 * all of them.
 */
export async function runRound(bench: Bench, saved: SavedTags, picturesPerTab: number): Promise<RoundOutcome> {
  const result: RoundOutcome = { answered: 0, failures: [], lost: [], forgiven: 0 }
  const tabs: { ids: string[]; mayLose: boolean }[] = []
  const events = Object.entries(interruptions)
  const open: Page[] = []
  for (let tab = 0; tab < TABS; tab++) {
    const page = publishPage(bench, picturesPerTab)
    open.push(await bench.open(page.url))
    const [name, event] =
      (tab % INTERRUPT_EVERY === INTERRUPT_EVERY - 1 && events[Math.floor(tab / INTERRUPT_EVERY)]) || []
    if (event) await inTime(event.act(bench, open)).catch(error => result.lost.push(`${name}: ${error}`))
    const { answered, failures, open: unanswered, garments } = await awaitOutcome(bench, page)
    result.answered += answered
    result.failures.push(...failures)
    if (unanswered > 0) result.lost.push(`${unanswered} pictures unanswered${name ? `, ${name}` : ''}`)
    tabs.push({ ids: garments.map(path => bench.shop.digest(path)), mayLose: event?.loses === true })
    // The page before may have been answered in the last seconds too.
    const before = tabs.at(-2)
    if (event?.loses && before) before.mayLose = true
  }
  const missing = new Set(await saved.missing(tabs.flatMap(({ ids }) => ids)))
  for (const { ids, mayLose } of tabs) {
    const count = ids.filter(id => missing.has(id)).length
    if (mayLose) result.forgiven += count
    else if (count > 0) result.lost.push(`${count} garments not stored`)
  }
  for (const page of open) await page.close()
  return result
}

function inTime<Value>(work: Promise<Value>): Promise<Value> {
  return withTimeout(work, TIMEOUT_MS, () => new Error(`not over after ${TIMEOUT_MS / 1000} s`))
}
