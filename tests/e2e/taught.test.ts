import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import card from '../../models/apparel/card.json' with { type: 'json' }
import messages from '../../public/_locales/en/messages.json' with { type: 'json' }
import { eventually } from '../../scripts/drive/eventually.ts'
import { translated } from '../../scripts/drive/translated.ts'
import type { OwnKind } from '../../src/learning/said.ts'
import { faultsOf } from '../helpers/browser/axe.ts'
import { clickOn, undoOnce, untilSaid } from '../helpers/browser/history-page.ts'
import { openOptions } from '../helpers/browser/options-page.ts'
import { readStore } from '../helpers/browser/read-store.ts'
import { openSession, type Session } from '../helpers/browser/session.ts'
import { tabTo, walkByTab } from '../helpers/browser/tab-stops.ts'
import { writeTaught } from '../helpers/browser/write-taught.ts'
import { skipAfterFailure } from '../helpers/skip-after-failure.ts'
import { soon } from '../helpers/soon.ts'
import { drawPicture } from '../shop/pictures.ts'

const { name: network } = card
const kindCount = card.kinds.names.length
const KIMONO = '.taught-kind:nth-child(1)'

describe('what you taught', () => {
  let session: Session
  let page: Page
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'apparel-lens-'))
    session = await openSession()
    page = await openOptions(session, '#taught')
  })
  afterAll(async () => {
    await session?.close()
    await rm(folder, { recursive: true, force: true })
  })

  // Each test continues where the previous one ended, as a user would.
  skipAfterFailure()
  it('tells how to teach while nothing is taught', async () => {
    await page.waitForSelector('.ways li')
    expect(await faultsOf(page)).toEqual([])
  })

  it('lists own kinds and corrections with their pictures as soon as they are taught', async () => {
    await page.evaluate(writeTaught, 8, network, kindCount)
    await untilNumbers(page, 4, 2, 2)
    await soon(() => names(page)).toEqual(['Kimono', 'Saree'])
    await soon(() => textsOf(page, '.taught-kind h4')).toEqual(['Boots'])
    await page.waitForSelector('.example img')
    await page.waitForSelector('.ways', { hidden: true })
  })

  it('says how well a kind does, and how many pictures one of the user still needs', async () => {
    await soon(() => textsOf(page, '.taught-kind > p.soft')).toEqual([
      `Pictures: 4 · ${messages.taught_too_few.message.replace('$1', '1')}`,
      expect.anything(),
      expect.stringMatching(/^Pictures: 2 · recognises [0-2] of 2 /),
    ])
  })

  it('renames a kind, unless another one has the name', async () => {
    await rename(page, 'saree')
    await page.waitForSelector(`${KIMONO} [role="alert"]`)
    expect(await names(page)).toEqual(['Kimono', 'Saree'])
    await rename(page, 'Yukata')
    await soon(async () => (await readStore<OwnKind>(page, 'teaching', 'ownKinds')).map(({ name }) => name)).toContain(
      'Yukata',
    )
    await page.waitForSelector(`${KIMONO} [role="alert"]`, { hidden: true })
    await page.reload()
    await untilNumbers(page, 4, 2, 2)
    await soon(() => names(page)).toEqual(['Yukata', 'Saree'])
  })

  it('switches the badges of a kind', async () => {
    await tabTo(page, `${KIMONO} [role="switch"]`)
    await page.keyboard.press('Space')
    await page.waitForSelector(`${KIMONO} [aria-checked="false"]`)
    await page.reload()
    await page.waitForSelector(`${KIMONO} [aria-checked="false"]`)
  })

  it('deletes a picture by the keyboard, keeps the focus beside it, and undoes it', async () => {
    await untilNumbers(page, 4, 2, 2)
    await tabTo(page, `${KIMONO} .example button`)
    await page.keyboard.press('Enter')
    await untilSaid(page, messages.taught_deleted.message)
    await untilNumbers(page, 3, 2, 2)
    await page.waitForFunction(() => document.activeElement?.matches('.example button'))
    await undoOnce(page, () => untilNumbers(page, 3, 2, 2))
    await untilNumbers(page, 4, 2, 2)
  })

  it('deletes a kind with its pictures, and undoes it', async () => {
    await page.locator(`${KIMONO} .taught-acts .danger`).click()
    await undoOnce(page, () => untilNumbers(page, 2, 2))
    await untilNumbers(page, 4, 2, 2)
    await soon(() => names(page)).toEqual(['Yukata', 'Saree'])
  })

  it('deletes all corrections to a kind, and undoes it', async () => {
    await clickOn(page, '.row .danger', messages.delete.message)
    await undoOnce(page, () => untilNumbers(page, 4, 2))
    await untilNumbers(page, 4, 2, 2)
  })

  it('asks what chosen pictures show: own kinds, classes, or a new name', async () => {
    const path = join(folder, 'tee.jpg')
    await writeFile(path, await drawPicture('1f455', 5))
    const input = await page.$('.pictures-file')
    await (input as Awaited<ReturnType<typeof page.$<'input'>>>)?.uploadFile(path)
    await page.waitForSelector('dialog[open] [role="combobox"]')
    const offered = () => textsOf(page, '[role="option"]')
    // The dialog opens with the classes, and the own kinds follow once they are read.
    await soon(async () => (await offered()).slice(0, 2)).toEqual(['Yukata', 'Saree'])
    expect(await faultsOf(page)).toEqual([])
    await page.keyboard.type('haori')
    await eventually(offered, names => names.at(-1) === messages.teach_own.message.replace('$1', 'haori'))
    await page.keyboard.press('Escape')
    await page.waitForSelector('dialog', { hidden: true })
  })

  it('stays small with 500 examples', async () => {
    await page.evaluate(writeTaught, 500, network, kindCount)
    await untilNumbers(page, 250, 125, 125)
    await soon(() => page.$$eval('.example', all => all.length)).toBe(36)
    await page.locator(`${KIMONO} .link`).click()
    await soon(() => page.$$eval('.example', all => all.length)).toBe(84)
  })

  it('deletes everything once that is confirmed', async () => {
    await clickOn(page, '#taught > .taught-acts .danger', messages.taught_erase.message)
    await page.waitForSelector('dialog[open]')
    await clickOn(page, 'dialog .choose', messages.cancel.message)
    await page.waitForSelector('dialog', { hidden: true })
    await untilNumbers(page, 250, 125, 125)
    await clickOn(page, '#taught > .taught-acts .danger', messages.taught_erase.message)
    await clickOn(page, 'dialog .danger', messages.taught_erase_now.message)
    await page.waitForSelector('.ways li')
  })
})

describe.each(['en', 'ar'])('in the language %s', locale => {
  it('axe finds no fault in any theme, and Tab reaches every control', async () => {
    const extension = await translated(locale)
    const session = await openSession({ extension })
    const page = await openOptions(session, '#taught')
    await page.waitForSelector('.ways li')
    await page.evaluate(writeTaught, 4, network, kindCount)
    await page.waitForSelector('.example img')
    expect(await faultsOf(page)).toEqual([])
    expect(await walkByTab(page)).toMatchObject({ missed: [], unseen: [], isSameBack: true })
    await session.close()
    await rm(extension, { recursive: true, force: true, maxRetries: 5 })
  })
})

function textsOf(page: Page, selector: string): Promise<string[]> {
  return page.$$eval(selector, all => all.map(({ textContent }) => textContent))
}

function names(page: Page): Promise<string[]> {
  return page.$$eval('.kind-name', fields => fields.map(field => (field as HTMLInputElement).value))
}

/** Waits for the numbers of pictures that the page tells of each kind. */
function untilNumbers(page: Page, ...wanted: number[]) {
  const read = () =>
    page.$$eval('.taught-kind > p.soft', lines => lines.map(line => Number(/\d+/.exec(line.textContent ?? '')?.[0])))
  return eventually(read, numbers => numbers.join() === wanted.join())
}

async function rename(page: Page, name: string): Promise<void> {
  await page.locator(`${KIMONO} .kind-name`).click({ count: 3 })
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
}
