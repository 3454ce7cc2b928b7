import type { Page } from 'puppeteer'
import { afterAll, beforeAll, expect, it } from 'vitest'
import messages from '../../public/_locales/en/messages.json' with { type: 'json' }
import { eventually } from '../../scripts/drive/eventually.ts'
import { faultsOf } from '../helpers/browser/axe.ts'
import {
  clickFirstClass,
  fillHistory,
  openHistoryPage,
  press,
  untilFound,
  untilSaid,
} from '../helpers/browser/history-page.ts'
import { openSession, type Session } from '../helpers/browser/session.ts'
import { walkByTab } from '../helpers/browser/tab-stops.ts'
import { skipAfterFailure } from '../helpers/skip-after-failure.ts'
import { soon } from '../helpers/soon.ts'

const COUNT = 300

let session: Session
let page: Page
beforeAll(async () => {
  session = await openSession()
  page = await openHistoryPage(session)
  await fillHistory(page, COUNT)
})
afterAll(() => session?.close())

// Each test continues where the previous one ended, as a user would.
skipAfterFailure()

it('renders only the cells on screen, and says how many rows there are', async () => {
  // The counts on the chips come last.
  await page.waitForSelector('main > .chips .chip')
  const { cells, rows, columns } = await page.$eval('.grid', grid => ({
    cells: grid.querySelectorAll('.cell').length,
    rows: Number(grid.ariaRowCount),
    columns: Number(grid.ariaColCount),
  }))
  expect(cells).toBeLessThan(100)
  expect(rows).toBe(Math.ceil(COUNT / columns))
  await page.focus('.grid')
  await press(page, 'Control+End')
  await untilAt(`no. ${COUNT - 1}`, { row: `${rows}` })
  await press(page, 'Control+Home')
  await untilAt('no. 0', { row: '1', column: '1' })
  await page.waitForFunction(() =>
    [...document.querySelectorAll('.cell')].every(cell => cell.querySelector('img')?.naturalWidth),
  )
  expect(await faultsOf(page)).toEqual([])
  expect(await walkByTab(page)).toMatchObject({ missed: [], unseen: [], isSameBack: true })
})

it('filters by words, class and colour, counts the results, and clears all filters at once', async () => {
  await page.keyboard.press('/')
  await page.keyboard.type('ete rain')
  await untilFound(page, COUNT / 10)
  // The counts follow the results.
  await eventually(
    () => page.$$eval('main > .chips .chip', chips => chips.map(chip => chip.textContent ?? '')),
    chips => chips.some(chip => chip.startsWith('Jacket') && chip.includes(`${COUNT / 10}`)),
  )
  await clickFirstClass(page)
  await page.waitForSelector('main .empty')
  await soon(() => page.$eval('main .empty', node => node.textContent)).toContain(messages.found_nothing.message)
  await page.locator('.empty button').click()
  await untilFound(page, COUNT)
  await page.locator('.swatch[aria-label^="blue"]').click()
  await untilFound(page, COUNT / 10)
  await page.waitForFunction(() => location.search === '?colour=blue')
  await page.locator('.in-force .link').click()
  await untilFound(page, COUNT)
})

it('opens with the search in its URL', async () => {
  const other = await openHistoryPage(session, '?class=Hat&by=asked&sort=oldest')
  // The multiples of 7 among the hats 1, 11, 21 …
  const titles = ['Nice thing no. 231', 'Nice thing no. 161', 'Nice thing no. 91', 'Nice thing no. 21']
  await eventually(
    () => other.$$eval('.cell .title', cells => cells.map(cell => cell.textContent)),
    seen => seen.join() === titles.join(),
  )
  await other.close()
  await page.bringToFront()
})

it('can be used with the keyboard alone: select, delete, undo, open', async () => {
  await page.keyboard.press('/')
  await page.keyboard.press('Enter')
  await untilFocusOnGrid()
  await press(page, 'Control+Home', 'Space', 'ArrowRight', 'ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowDown')
  // The first cell, and those from the third to the fourth of the next row.
  const selected = 1 + 2 + Number(await page.$eval('.grid', grid => grid.ariaColCount))
  await untilFound(page, selected)
  await press(page, 'Delete')
  await untilFound(page, COUNT - selected)
  await untilSaid(page, `${selected}`)
  await press(page, 'Control+z')
  await untilFound(page, COUNT)

  await press(page, 'Control+Home', 'ArrowRight', 'Enter')
  await page.waitForSelector('.detail .facts')
  await soon(() => page.$eval('.detail h2', node => node.textContent)).toContain('Hat')
  await press(page, 'ArrowRight')
  await page.waitForFunction(() => document.querySelector('.detail h2')?.textContent?.includes('Jacket'))
  await press(page, 'Escape')
  await page.waitForSelector('.detail', { hidden: true })
  await untilFocusOnGrid()
  await untilAt('Jacket', {})
  await press(page, 'f')
  await page.waitForSelector('.star[data-is="true"]')
  await press(page, 'f')
  await page.waitForSelector('.star[data-is="true"]', { hidden: true })
})

async function untilFocusOnGrid(): Promise<void> {
  await page.waitForFunction(() => document.activeElement?.className === 'grid')
}

/** Waits until the active cell is on screen and has these words. */
async function untilAt(words: string, place: { row?: string; column?: string }): Promise<void> {
  await eventually(active, cell => {
    const isThere = (place.row ?? cell.row) === cell.row && (place.column ?? cell.column) === cell.column
    return isThere && cell.isOnScreen && cell.text.includes(words)
  })
}

/** The cell that is active for the keyboard. */
function active() {
  return page.$eval('.grid', grid => {
    const cell = document.getElementById(grid.getAttribute('aria-activedescendant') ?? '')
    const { top = -1, bottom = -1 } = cell?.getBoundingClientRect() ?? {}
    const frame = grid.getBoundingClientRect()
    return {
      text: cell?.textContent ?? '',
      row: cell?.closest('[role="row"]')?.ariaRowIndex,
      column: cell?.ariaColIndex,
      isOnScreen: top >= frame.top - 1 && bottom <= frame.bottom + 1,
    }
  })
}
