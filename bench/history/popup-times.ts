import { popupUrl } from '../../scripts/drive/popup.ts'
import type { Figure } from '../figure.ts'
import { median } from '../median.ts'
import { processorTimeOf } from '../page/processor-time.ts'
import { timesFigure } from './figures.ts'
import type { HistoryBench } from './open-bench.ts'

/** What one opening of the popup takes, in milliseconds. */
interface Opening {
  /** From the opening to the frame with usable tags. */
  shown: number
  /** Processor time of all the browser's processes until the popup is closed. */
  processor: number
}

/**
 * How long the popup takes to show usable tags, and how much processor time. With `against`, both builds take turns.
 * @param how number of openings, and the largest allowed median of their times in milliseconds
 */
export async function measurePopup(
  what: string,
  { rounds, bar }: { rounds: number; bar: number },
  ...benches: [HistoryBench, HistoryBench?]
): Promise<Figure[]> {
  const builds = benches.filter(bench => bench !== undefined).map(bench => ({ bench, openings: [] as Opening[] }))
  for (let round = 0; round <= rounds; round++)
    for (const { bench, openings } of builds) {
      const opening = await openPopupOnce(bench)
      // The first opening includes the browser's own warm-up.
      if (round > 0) openings.push(opening)
    }
  return builds.flatMap(({ openings }, i) => {
    const name = i === 0 ? what : `against: ${what}`
    const shown = openings.map(({ shown }) => shown)
    const processor = median(openings.map(({ processor }) => processor))
    return [
      timesFigure(`${name}, to its first rows`, shown, bar),
      { what: `${name}, processor time of all processes`, seen: `${processor.toFixed(0)} ms`, bar: '–' },
    ]
  })
}

async function openPopupOnce({ browser, extensionId }: HistoryBench): Promise<Opening> {
  let shown = Number.NaN
  const processor = await processorTimeOf(browser, async () => {
    const popup = await browser.newPage()
    await popup.evaluateOnNewDocument('globalThis.__name = named => named')
    await popup.evaluateOnNewDocument(watchForRows)
    await popup.goto(popupUrl(extensionId))
    shown = await popup.evaluate(() => (globalThis as unknown as { shown: Promise<number> }).shown)
    await popup.close()
  })
  return { shown, processor }
}

/** Runs in the popup. Its buttons work as soon as they exist. */
function watchForRows(): void {
  const shown = new Promise<number>(resolve => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('.tags li button')) return
      observer.disconnect()
      requestAnimationFrame(() => requestAnimationFrame(resolve))
    }).observe(document, { childList: true, subtree: true })
  })
  Object.assign(globalThis, { shown })
}
