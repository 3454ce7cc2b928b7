import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import messages from '../../public/_locales/en/messages.json' with { type: 'json' }
import { eventually } from '../../scripts/drive/eventually.ts'
import { readBadges } from '../../scripts/drive/overlay.ts'
import { switchOn } from '../../scripts/drive/popup.ts'
import { drawPicture, garmentCodes, picturePath } from '../shop/pictures.ts'
import { faultsOf } from './axe.ts'
import { asJson, syntheticHistory } from './history-file.ts'
import { openSession, type Session } from './session.ts'
import { walkByTab } from './tab-stops.ts'

const COUNT = 300

let session: Session
let folder: string
let page: Page
/** An export of so many tags. */
let history: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'apparel-lens-'))
  history = asJson(await syntheticHistory(COUNT, Date.now()))
  session = await openSession()
  const browser = await session.browser.target().createCDPSession()
  await browser.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder })
  page = await open('')
})
afterAll(async () => {
  await session?.close()
  await rm(folder, { recursive: true, force: true })
})

// Each goes on where the one before has ended, as a person does.
describe('the history page', () => {
  it('says how tags come where there is none', async () => {
    await page.waitForSelector('.empty')
    expect(await page.$eval('.empty', node => node.textContent)).toContain(messages.menu_ask.message)
    expect(await page.$('.grid')).toBeNull()
    expect(await faultsOf(page)).toEqual([])
  })

  it('refuses a file with the line that is wrong, and changes nothing', async () => {
    const lines = asJson(await syntheticHistory(5, Date.now())).split('\n')
    lines[3] = (lines[3] ?? '').replace('"confidence":0.6', '"confidence":6.6')
    await importFile('wrong.json', lines.join('\n'))
    await page.waitForSelector('.dialog .trouble')
    expect(await page.$eval('.dialog', node => node.textContent)).toContain('Line 4: “confidence”')
    await page.keyboard.press('Escape')
    await page.waitForSelector('.dialog', { hidden: true })
    expect(await page.$('.empty')).not.toBeNull()
  })

  it('imports its own export, undoes it and does it again', async () => {
    await importFile('history.json', history)
    await untilFound(COUNT)
    expect(await said()).toContain(`New: ${COUNT}`)
    await page.click('.toast button')
    await page.waitForSelector('.empty')
    await drop('history.json', 'application/json', Buffer.from(history))
    await untilFound(COUNT)
  })

  it('has only what is on screen in the document, and says of how many', async () => {
    const { cells, rows, columns } = await page.$eval('.grid', grid => ({
      cells: grid.querySelectorAll('.cell').length,
      rows: Number(grid.ariaRowCount),
      columns: Number(grid.ariaColCount),
    }))
    expect(cells).toBeLessThan(100)
    expect(rows).toBe(Math.ceil(COUNT / columns))
    await page.focus('.grid')
    await press('Control+End')
    await untilPictured()
    const last = await active()
    expect(last).toMatchObject({ row: `${rows}`, isOnScreen: true })
    expect(last.text).toContain(`no. ${COUNT - 1}`)
    await press('Control+Home')
    expect(await active()).toMatchObject({ row: '1', column: '1', isOnScreen: true })
    expect(await faultsOf(page)).toEqual([])
    expect(await walkByTab(page)).toMatchObject({ missed: [], unseen: [], isSameBack: true })
  })

  it('finds by words, class and colour, tells how many, and clears all of it at once', async () => {
    await page.keyboard.press('/')
    await page.keyboard.type('ete rain')
    await untilFound(COUNT / 10)
    expect(await chip('Jacket')).toContain(`${COUNT / 10}`)
    await page.$$eval('main > .chips .chip', chips => (chips[0] as HTMLElement).click())
    await page.waitForSelector('main .empty')
    expect(await page.$eval('main .empty', node => node.textContent)).toContain(messages.found_nothing.message)
    await page.click('.empty button')
    await untilFound(COUNT)
    await page.click('.swatch[aria-label^="blue"]')
    await untilFound(COUNT / 10)
    await page.waitForFunction(() => location.search === '?colour=blue')
    await page.click('.in-force .link')
    await untilFound(COUNT)
  })

  it('opens on a search that the address asks for', async () => {
    const other = await open('?class=Hat&by=asked&sort=oldest')
    const cells = await eventually(
      () => other.$$eval('.cell .title', titles => titles.map(title => title.textContent)),
      titles => titles.length > 0 && titles.every(Boolean),
    )
    // Of the hats 1, 11, 21 … those that 7 divides.
    expect(cells).toEqual(['Nice thing no. 231', 'Nice thing no. 161', 'Nice thing no. 91', 'Nice thing no. 21'])
    await other.close()
    await page.bringToFront()
  })

  it('is worked by the keyboard alone: selects, deletes, undoes, opens', async () => {
    await page.keyboard.press('/')
    await page.keyboard.press('Enter')
    await press('Control+Home', 'Space', 'ArrowRight', 'ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowDown')
    const selected = Number(/\d+/.exec(await page.$eval('.found', node => node.textContent))?.[0])
    // The first one, and from the third to the fourth of the next row.
    expect(selected).toBe(1 + 2 + Number(await page.$eval('.grid', grid => grid.ariaColCount)))
    await press('Delete')
    await untilFound(COUNT - selected)
    expect(await said()).toContain(`${selected}`)
    await press('Control+z')
    await untilFound(COUNT)

    await press('Control+Home', 'ArrowRight', 'Enter')
    await page.waitForSelector('.detail .facts')
    expect(await page.$eval('.detail h2', node => node.textContent)).toContain('Hat')
    await press('ArrowRight')
    await page.waitForFunction(() => document.querySelector('.detail h2')?.textContent?.includes('Jacket'))
    await press('Escape')
    await page.waitForSelector('.detail', { hidden: true })
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('grid')
    expect((await active()).text).toContain('Jacket')
    await press('f')
    await page.waitForSelector('.star[data-is="true"]')
    await press('f')
    await page.waitForSelector('.star[data-is="true"]', { hidden: true })
  })

  it('exports all as JSON, what is found as CSV, and what is selected as ZIP', async () => {
    expect((await exportAs('json')).toString()).toBe(history)
    await page.$$eval('main > .chips .chip', chips => (chips[0] as HTMLElement).click())
    await untilFound(COUNT / 10)
    expect((await exportAs('csv')).toString().trim().split('\r\n')).toHaveLength(1 + COUNT / 10)
    await page.focus('.grid')
    await press('Control+Home', 'Space', 'ArrowRight', 'Space')
    const files = Object.keys(unzipSync(await exportAs('zip')))
    expect(files.filter(name => name.endsWith('.webp'))).toHaveLength(2)
    await page.focus('.grid')
    await press('Escape')
    await page.click('.in-force .link')
    await untilFound(COUNT)
  })

  it('asks before a lower limit deletes tags, and leaves what a person asked about', async () => {
    await page.select('.storage select', '100')
    await page.waitForSelector('.dialog')
    expect(await page.$eval('.dialog h2', node => node.textContent)).toContain(`${COUNT - 100}`)
    expect(await faultsOf(page)).toEqual([])
    await press('Escape')
    await page.waitForSelector('.dialog', { hidden: true })
    expect(await found()).toBe(COUNT)
    await page.select('.storage select', '100')
    await (await page.waitForSelector('.dialog .danger'))?.click()
    await untilFound(100)
    await page.click('.check:nth-of-type(2) input')
    await untilFound(Math.ceil(COUNT / 7))
    await page.click('.in-force .link')
  })
})

describe('what looks alike and what goes together', () => {
  beforeAll(async () => {
    const pictures = garmentCodes.map(
      code => `<img src="${picturePath(code, 31)}"><img src="${picturePath(code, 44)}">`,
    )
    const shop = await session.visit(pictures.join(''))
    await switchOn(session, shop)
    await eventually(
      () => readBadges(shop),
      badges => badges.length === 2 * garmentCodes.length,
    )
    await shop.close()
    await page.bringToFront()
    await page.keyboard.press('/')
    await page.keyboard.type('test shop')
    await untilFound(2 * garmentCodes.length)
  })

  it('shows a tag with its page, its classes and its colours, and copies it', async () => {
    await page.$$eval('.cell', cells =>
      (cells as HTMLElement[]).find(cell => cell.textContent?.includes('T-Shirt'))?.click(),
    )
    await page.waitForSelector('.detail .facts')
    const detail = await page.$eval('.detail', node => node.textContent)
    expect(detail).toContain('Test shop')
    expect(detail).toContain(messages.colour_green.message)
    expect(await page.$$('.detail .bars li')).toHaveLength(11)
    await session.browser
      .defaultBrowserContext()
      .overridePermissions(`chrome-extension://${session.extensionId}`, ['clipboard-read'])
    await clickOn('.detail .acts button', messages.copy_json.message)
    await page.waitForFunction(
      copied => document.querySelector('.detail .acts')?.textContent?.includes(copied),
      {},
      messages.copied.message,
    )
    const copied = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()))
    expect(copied).toMatchObject({ label: 'T-Shirt', confidence: expect.any(Number) })
  })

  it('says in words what goes with a tag', async () => {
    await clickOn('.detail .outfit button', messages.outfit_find.message)
    const pieces = await page.$$eval('.outfit li', items =>
      items.map(item => ({ garment: item.querySelector('img')?.alt, reason: item.textContent })),
    )
    expect(pieces.length).toBeGreaterThan(3)
    expect(await faultsOf(page)).toEqual([])
    for (const { garment, reason } of pieces) {
      expect(garment).not.toBe('T-Shirt')
      expect(reason).toMatch(/Picks up|Shades of|neighbours|opposites|colour wheel|neutral/)
    }
  })

  it('finds what looks like a tag, as far as the filters let it', async () => {
    await clickOn('.detail .acts button', messages.similar_find.message)
    const alike = await untilAlike()
    expect(alike[0]).toContain('T-Shirt')
    await page.waitForFunction(() => /^\?like=[\da-f]{64}$/.test(location.search))
    await page.click('.swatch[aria-label^="blue"]')
    await eventually(
      () => page.$$eval('.cell .what', cells => cells.map(cell => cell.textContent ?? '')),
      cells => cells.length > 0 && !(cells[0] ?? '').includes('Shoes') && cells.length < alike.length,
    )
    await page.click('.like-bar button')
    await page.waitForSelector('.like-bar', { hidden: true })
    await page.click('.in-force .link')
  })

  it('finds what looks like a picture of the person’s own, and keeps nothing of it', async () => {
    const before = await found()
    const path = join(folder, 'shoe.jpg')
    await writeFile(path, await drawPicture('1f45f', 60))
    const input = await page.$('input.picture-file')
    await input?.uploadFile(path)
    const alike = await untilAlike()
    expect(alike.slice(0, 2).every(cell => cell.includes('Shoes'))).toBe(true)
    await page.click('.like-bar button')
    await untilFound(before)
    await drop('letter.png', 'image/png', Buffer.from('Dear Sir or Madam'))
    await page.waitForSelector('.like-bar .trouble')
    expect(await page.$eval('.like-bar', node => node.textContent)).toContain(messages.failure_not_a_picture.message)
    await page.click('.like-bar button')
  })
})

async function open(search: string): Promise<Page> {
  const page = await session.browser.newPage()
  await page.goto(`chrome-extension://${session.extensionId}/src/history-page/index.html${search}`)
  return page
}

async function importFile(name: string, text: string): Promise<void> {
  const path = join(folder, name)
  await writeFile(path, text)
  const input = await page.waitForSelector('input.import-file')
  await input?.uploadFile(path)
}

/** Drops a file on the page, as from a folder. */
async function drop(name: string, type: string, bytes: Uint8Array): Promise<void> {
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

/** Exports what is offered first, and reads the file that the browser has saved. */
async function exportAs(format: 'json' | 'csv' | 'zip'): Promise<Buffer> {
  for (const file of await readdir(folder)) if (file.startsWith('apparel-lens')) await rm(join(folder, file))
  await clickOn('.acts button', messages.export.message)
  await page.waitForSelector('.dialog form')
  await clickOn('.dialog label', format.toUpperCase())
  await page.click('.dialog .primary')
  const files = await eventually(
    () => readdir(folder),
    files => files.some(file => file.startsWith('apparel-lens') && file.endsWith(`.${format}`)),
  )
  await page.waitForSelector('.dialog', { hidden: true })
  return readFile(
    join(folder, files.find(file => file.endsWith(`.${format}`) && file.startsWith('apparel-lens')) ?? ''),
  )
}

/** The last of such elements with a text: of what is on top of the page. */
function clickOn(selector: string, words: string): Promise<void> {
  return page.$$eval(
    selector,
    (elements, words) => (elements as HTMLElement[]).findLast(element => element.textContent?.includes(words))?.click(),
    words,
  )
}

/** Presses keys one after the other, as `Control+Home`. */
async function press(...keys: string[]): Promise<void> {
  for (const combination of keys) {
    const parts = combination.split('+') as Parameters<Page['keyboard']['press']>[0][]
    const key = parts.pop()
    for (const held of parts) await page.keyboard.down(held)
    if (key) await page.keyboard.press(key)
    for (const held of parts) await page.keyboard.up(held)
  }
}

/** The cell at which the keyboard is. */
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

async function found(): Promise<number> {
  if (!(await page.$('.found'))) return 0
  return Number((await page.$eval('.found', node => node.textContent)).replace(/\D/g, ''))
}

async function untilFound(count: number): Promise<void> {
  await eventually(found, found => found === count)
}

function untilPictured(): Promise<unknown> {
  return page.waitForFunction(() =>
    [...document.querySelectorAll('.cell')].every(cell => cell.querySelector('img')?.naturalWidth),
  )
}

/** What the list says of each tag, once it is of what looks alike. */
function untilAlike(): Promise<string[]> {
  return eventually(
    () => page.$$eval('.cell .what', cells => cells.map(cell => cell.textContent ?? '')),
    cells => cells.length > 0 && cells.every(cell => cell.includes('alike')),
  )
}

async function chip(name: string): Promise<string> {
  const chips = await page.$$eval('main > .chips .chip', chips => chips.map(chip => chip.textContent ?? ''))
  return chips.find(chip => chip.startsWith(name)) ?? ''
}

function said(): Promise<string> {
  return page.$eval('.toast', node => node.textContent)
}
