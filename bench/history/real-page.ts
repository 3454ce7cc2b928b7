import type { Page } from 'puppeteer'
import type { Figure } from '../figure.ts'
import { median } from '../median.ts'
import { timesFigure } from './figures.ts'
import type { HistoryBench } from './open-bench.ts'

const OPENINGS = 3
const SEARCHES = 15
const SCROLLS = 3
/** Maximum time from the opening of the page to its first pictures. */
const FIRST_PICTURES_MS = 300
/** Maximum time from a key press to the frame with the results. */
const SEARCH_MS = 50
/** Pixels a second: for reading, and for looking for something. */
const SPEEDS = [1600, 6000]
/** Smallest share of frames to keep. An idle page keeps all, which is 1. */
const KEPT = 0.95

/** How long a user waits on the history page, and how smoothly it scrolls. */
export async function measurePage(bench: HistoryBench): Promise<Figure[]> {
  const shown: number[] = []
  const whole: number[] = []
  for (let round = 0; round < OPENINGS; round++) {
    const page = await openPage(bench)
    shown.push(await page.evaluate(() => (globalThis as unknown as Times).firstShown))
    whole.push(await page.evaluate(() => (globalThis as unknown as Times).allCounted))
    await page.close()
  }
  const page = await openPage(bench)
  await page.evaluate(() => (globalThis as unknown as Times).allCounted)
  const searches = await page.evaluate(typeWords, SEARCHES)
  const figures = [
    timesFigure('page: opened, to its first pictures', shown, FIRST_PICTURES_MS),
    timesFigure('page: opened, to all tags counted', whole),
    timesFigure('page: a letter typed, to the frame with what it finds', searches, SEARCH_MS),
  ]
  // Compare adjacent runs, because the machine's speed varies over time.
  for (const speed of SPEEDS) {
    const runs: Scrolled[] = []
    const idle: Scrolled[] = []
    for (let round = 0; round < SCROLLS; round++) {
      runs.push(await page.evaluate(scroll, speed))
      idle.push(await page.evaluate(scroll, 0))
    }
    const share = median(runs.map(rate)) / median(idle.map(rate))
    const longest = median(runs.map(({ longest }) => longest))
    const empty = median(runs.map(({ empty }) => empty))
    figures.push({
      what: `page: frames kept while scrolling by ${speed} px/s`,
      seen: `${(100 * share).toFixed(1)} % (${median(runs.map(rate)).toFixed(1)} a second of ${median(idle.map(rate)).toFixed(1)}; longest ${longest.toFixed(0)} ms; ${(100 * empty).toFixed(1)} % of cells without their picture yet)`,
      bar: `≥ ${100 * KEPT} %`,
      isMet: share >= KEPT,
    })
  }
  await page.close()
  return figures
}

interface Times {
  /** Milliseconds since the page opened. */
  firstShown: Promise<number>
  allCounted: Promise<number>
}

interface Scrolled {
  frames: number
  /** Duration of the run in milliseconds. */
  took: number
  /** The longest frame in milliseconds. */
  longest: number
  /** Share of the visible cells without a picture, over all frames. */
  empty: number
}

function rate({ frames, took }: Scrolled): number {
  return (1000 * frames) / took
}

async function openPage({ browser, extensionId, page: other }: HistoryBench): Promise<Page> {
  const count = await other.evaluate(() => historyBench.count())
  const page = await browser.newPage()
  await page.evaluateOnNewDocument('globalThis.__name = named => named')
  await page.evaluateOnNewDocument(watchOpening, count)
  await page.goto(`chrome-extension://${extensionId}/src/history-page/index.html`)
  return page
}

/** Runs in the page. */
function watchOpening(count: number): void {
  const when = (isSo: () => boolean) =>
    new Promise<number>(resolve => {
      const look = () => {
        if (isSo()) resolve(performance.now())
        else requestAnimationFrame(look)
      }
      look()
    })
  const firstShown = when(() => {
    const pictures = [...document.querySelectorAll<HTMLImageElement>('.cell img')]
    return pictures.length > 8 && pictures.every(({ complete }) => complete)
  })
  const allCounted = when(
    () => Number(document.querySelector('.found')?.textContent?.replace(/\D/g, '') ?? 0) === count,
  )
  Object.assign(globalThis, { firstShown, allCounted })
}

/** Types letters, each of which changes the results. Runs in the page. */
async function typeWords(rounds: number): Promise<number[]> {
  const frame = () => new Promise(resolve => requestAnimationFrame(resolve))
  const field = document.querySelector<HTMLInputElement>('input[type="search"]')
  const type = (words: string) => {
    if (field) field.value = words
    field?.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }
  const found = () => document.querySelector('.found')?.textContent
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const before = found()
    await frame()
    const start = performance.now()
    type(['r', 'sh', 'w', 'shoes', 'ber', 'red sho', 'zzz', ''][round % 8] ?? '')
    await frame()
    if (found() === before) throw new Error('not found within a frame')
    // The next task runs after the frame is drawn.
    await new Promise(resolve => setTimeout(resolve))
    times.push(performance.now() - start)
    await new Promise(resolve => setTimeout(resolve, 300))
  }
  type('')
  return times
}

/** Scrolls for three seconds from the current position. Runs in the page. @param speed pixels a second; 0 measures the machine */
function scroll(speed: number): Promise<Scrolled> {
  const grid = document.querySelector('.grid')
  return new Promise(resolve => {
    let [frames, start, before, longest, cells, empty] = [0, 0, 0, 0, 0, 0]
    const from = grid?.scrollTop ?? 0
    const step = (now: number) => {
      if (start === 0) start = now
      else {
        frames++
        longest = Math.max(longest, now - before)
      }
      before = now
      // Not in every frame, because looking takes time too.
      if (speed > 0 && grid && frames % 20 === 0) {
        const { top, bottom } = grid.getBoundingClientRect()
        for (const cell of grid.querySelectorAll('.cell')) {
          const box = cell.getBoundingClientRect()
          if (box.bottom < top || box.top > bottom) continue
          cells++
          if (!cell.querySelector('img')) empty++
        }
      }
      if (speed > 0 && grid) grid.scrollTop = from + ((now - start) * speed) / 1000
      if (now - start < 3000) requestAnimationFrame(step)
      else resolve({ frames, took: now - start, longest, empty: empty / Math.max(1, cells) })
    }
    requestAnimationFrame(step)
  })
}
