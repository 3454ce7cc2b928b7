import type { Page } from 'puppeteer'
import { eventually } from '../../../scripts/drive/eventually.ts'
import { asJson, syntheticHistory } from './history-file.ts'
import type { Session } from './session.ts'

/** Opens the history page in front, and waits until it is at work. @param search of its address, as in `?class=Hat` */
export async function openHistoryPage(session: Session, search = ''): Promise<Page> {
  const page = await session.browser.newPage()
  await page.goto(`chrome-extension://${session.extensionId}/src/history-page/index.html${search}`)
  // Not before does it hear of keys and files.
  await page.waitForSelector('.empty, .cell')
  return page
}

/** Fills the history with so many tags, as by a file that is dropped on the page. @returns the file */
export async function fillHistory(page: Page, count: number): Promise<string> {
  const history = asJson(await syntheticHistory(count, Date.now()))
  await drop(page, 'history.json', 'application/json', Buffer.from(history))
  await untilFound(page, count)
  // It lays cells out once it knows its own size; keys that come sooner move in a grid of another shape.
  await page.waitForSelector('.cell')
  return history
}

/** Drops a file on the page, as from a folder. */
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

/** Clicks on the last of such elements with a text, once there is one: on what is on top of the page. */
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

/** Presses keys one after the other, as `Control+Home`. */
export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const combination of keys) {
    const parts = combination.split('+') as Parameters<Page['keyboard']['press']>[0][]
    const key = parts.pop()
    for (const held of parts) await page.keyboard.down(held)
    if (key) await page.keyboard.press(key)
    for (const held of parts) await page.keyboard.up(held)
  }
}

/** How many tags are listed, or selected. */
export async function found(page: Page): Promise<number> {
  const [words = ''] = await page.$$eval('.found', lines => lines.map(line => line.textContent ?? ''))
  return Number(words.replace(/\D/g, ''))
}

export async function untilFound(page: Page, count: number): Promise<void> {
  await eventually(
    () => found(page),
    found => found === count,
  )
}

/** What the page tells of what was done last, once that has these words. */
export async function untilSaid(page: Page, words: string): Promise<void> {
  await eventually(
    () => page.$$eval('.toast', toasts => toasts.map(toast => toast.textContent ?? '').join()),
    said => said.includes(words),
  )
}

/** Takes the first class of the line of classes, or leaves it: T-Shirts, as they come in alphabetical order. */
export async function clickFirstClass(page: Page): Promise<void> {
  await page.$$eval('main > .chips .chip', chips => (chips[0] as HTMLElement).click())
}
