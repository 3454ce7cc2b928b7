import type { Page } from 'puppeteer'
import { eventually } from '../../../scripts/drive/eventually.ts'
import { asJson, syntheticHistory } from './history-file.ts'
import type { Session } from './session.ts'

/** Opens the history page in front and waits until it is ready. @param search query of its URL, such as `?class=Hat` */
export async function openHistoryPage(session: Session, search = ''): Promise<Page> {
  const page = await session.newPage()
  await page.goto(`chrome-extension://${session.extensionId}/src/history-page/index.html${search}`)
  // Earlier, the page does not listen for keys and files.
  await page.waitForSelector('.empty, .cell')
  return page
}

/**
 * Fills the history with `count` tags by dropping an export file on the page.
 * @param before number of the tags that it already holds
 * @returns the file's text
 */
export async function fillHistory(page: Page, count: number, before = 0): Promise<string> {
  const history = asJson(await syntheticHistory(count, Date.now()))
  await drop(page, 'history.json', 'application/json', Buffer.from(history))
  await untilFound(page, count + before)
  // The grid lays out its cells once it knows its size. Earlier keys would move in a grid of another shape.
  await page.waitForSelector('.cell')
  return history
}

/** Drops a file on the page, as if dragged from a folder. */
export async function drop(page: Page, name: string, type: string, bytes: Uint8Array): Promise<void> {
  const base64 = Buffer.from(bytes).toString('base64')
  await page.evaluate(
    async (name, type, base64) => {
      const bytes = await (await fetch(`data:${type};base64,${base64}`)).arrayBuffer()
      const data = new DataTransfer()
      data.items.add(new File([bytes], name, { type }))
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
    },
    name,
    type,
    base64,
  )
}

/** Waits for an element with a text and clicks the last one, which is the topmost. */
export async function clickOn(page: Page, selector: string, words: string): Promise<void> {
  await page.waitForFunction(
    (selector, words) => {
      const all = [...document.querySelectorAll<HTMLElement>(selector)]
      const found = all.findLast(element => element.textContent?.includes(words))
      found?.click()
      return found !== undefined
    },
    {},
    selector,
    words,
  )
}

/** Presses keys or combinations such as `Control+Home`, one after the other. */
export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const combination of keys) {
    const parts = combination.split('+') as Parameters<Page['keyboard']['press']>[0][]
    const key = parts.pop()
    for (const held of parts) await page.keyboard.down(held)
    if (key) await page.keyboard.press(key)
    for (const held of parts) await page.keyboard.up(held)
  }
}

/** The number of listed or selected tags, as the page shows it; NaN while it shows none. */
export async function found(page: Page): Promise<number> {
  const [words = ''] = await page.$$eval('.found', lines => lines.map(line => line.textContent ?? ''))
  return Number.parseInt(words.replace(/\D/g, ''), 10)
}

export async function untilFound(page: Page, count: number): Promise<void> {
  await eventually(
    () => found(page),
    found => found === count,
  )
}

/** Presses *Undo* on the toast once something holds. The toast has the focus meanwhile, so that it stays. */
export async function undoOnce(page: Page, until: () => Promise<unknown>): Promise<void> {
  const undo = await page.waitForSelector('.toast button')
  await undo?.focus()
  await until()
  await undo?.click()
}

/** Waits until a toast contains these words. */
export async function untilSaid(page: Page, words: string): Promise<void> {
  await eventually(
    () => page.$$eval('.toast', toasts => toasts.map(toast => toast.textContent ?? '').join()),
    said => said.includes(words),
  )
}

/** Toggles the first class filter. In the order of the filters that is T-Shirts. */
export async function clickFirstClass(page: Page): Promise<void> {
  await page.$$eval('main > .chips .chip', chips => (chips[0] as HTMLElement).click())
}
