import type { Page } from 'puppeteer'
import { IN_PAGE, outermost, type TraceEvent, traceOf } from '../../scripts/drive/trace.ts'

const CATEGORIES = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'v8',
  'disabled-by-default-v8.compile',
]
const STARTS = new Set(['v8.compile', 'v8.produceCache', 'v8.run', 'EvaluateScript'])

/**
 * Loads a page and adds up what compiling and first running the extension's content scripts takes of its main thread.
 * @param isDone resolves once the content script is at work
 * @returns milliseconds of processor time
 */
export async function firstRunOf(page: Page, address: string, isDone: () => Promise<unknown>): Promise<number> {
  const events = await traceOf(page, CATEGORIES, async () => {
    await page.goto(address)
    await isDone()
  })
  const starts = events.filter(event => event.ph === 'X' && STARTS.has(event.name) && IN_PAGE.test(urlOf(event)))
  if (starts.length === 0) throw new Error('The trace names no content script.')
  // `EvaluateScript` contains the compilation and the run.
  return outermost(starts).reduce((sum, { tdur, dur }) => sum + (tdur ?? dur ?? 0), 0) / 1000
}

function urlOf({ args }: TraceEvent): string {
  return args.data?.url ?? args.fileName ?? ''
}
