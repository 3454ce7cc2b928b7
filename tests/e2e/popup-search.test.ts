import type { Page } from 'puppeteer'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import messages from '../../public/_locales/en/messages.json' with { type: 'json' }
import { pasted } from '../../scripts/drive/clipboard.ts'
import { eventually } from '../../scripts/drive/eventually.ts'
import { readBadges } from '../../scripts/drive/overlay.ts'
import { switchOn } from '../../scripts/drive/popup.ts'
import { clickOn } from '../helpers/browser/history-page.ts'
import { openSession, type Session } from '../helpers/browser/session.ts'
import { classOfName } from '../helpers/class-of-name.ts'
import { soon } from '../helpers/soon.ts'
import { picturePath } from '../shop/pictures.ts'

let session: Session
let popup: Page
beforeAll(async () => {
  session = await openSession()
  const codes = ['1f455', '1f45f', '1fa73', '1f576-fe0f']
  const shop = await session.visit(
    [...codes.map(code => picturePath(code, 60)), picturePath('1f45f', 61)]
      .map(path => `<img src="${path}" alt="">`)
      .join(''),
  )
  await switchOn(session, shop)
  await eventually(
    () => readBadges(shop),
    badges => badges.length === 5,
  )
})
beforeEach(async () => {
  await popup?.close()
  popup = await session.openOwnPage()
  await untilCount(5)
})
afterAll(() => session?.close())

it('finds tags by a word of their class or title, and links to all results', async () => {
  await popup.waitForSelector('input[type="search"]:focus')
  await popup.keyboard.type('sho')
  // All tags are from a page with the title "Test shop", which matches too.
  await untilChipsAre(['Goggles 1', 'Shoes 2', 'Shorts 1', 'T-Shirt 1'])
  await popup.keyboard.type('es')
  await soon(async () => classesOf(await names())).toEqual(['Shoes', 'Shoes'])
  await untilChipsAre(['Goggles 0', 'Shoes 2', 'Shorts 0', 'T-Shirt 0'])
  await soon(() => popup.$eval('.all', link => (link as HTMLAnchorElement).href)).toMatch(
    /\/src\/history-page\/index\.html\?q=shoes$/,
  )
  await popup.keyboard.type(' nowhere')
  await untilCount(0)
  await popup.locator('.empty button').click()
  await untilCount(5)
})

it('filters by one or several classes', async () => {
  await untilChipsAre(['Goggles 1', 'Shoes 2', 'Shorts 1', 'T-Shirt 1'])
  await clickOn(popup, '.chip', 'Shoes 2')
  await soon(async () => classesOf(await names())).toEqual(['Shoes', 'Shoes'])
  // The kinds of a chosen class follow it.
  await clickOn(popup, '.chip', 'T-Shirt 1')
  await soon(async () => classesOf(await names()).sort()).toEqual(['Shoes', 'Shoes', 'T-Shirt'])
  const link = async () => new URL(await popup.$eval('.all', link => (link as HTMLAnchorElement).href))
  await soon(async () => (await link()).searchParams.getAll('class')).toEqual(['Shoes', 'T-Shirt'])
})

it('can be used with the keyboard alone: to a tag, its star, the last tag and back', async () => {
  await popup.waitForSelector('input[type="search"]:focus')
  await popup.keyboard.press('ArrowDown')
  const order = await names()
  await soon(focused).toContain(`${order[0]}, `)
  await popup.keyboard.press('ArrowRight')
  await popup.waitForSelector('.peek')
  await soon(focused).toContain(`${order[1]}, `)
  await soon(() => popup.$eval('.peek', peek => peek.textContent)).toContain(order[1])

  await popup.keyboard.press('Tab')
  await soon(focused).toBe(messages.favourite_add.message)
  await popup.keyboard.press('Enter')
  await popup.waitForSelector('.tags [data-favourite="true"]')
  await soon(focused).toBe(messages.favourite_remove.message)

  await popup.keyboard.press('End')
  await popup.keyboard.down('Shift')
  await popup.keyboard.press('Tab')
  await popup.keyboard.up('Shift')
  await popup.keyboard.press('Delete')
  await untilCount(4)
  await soon(focused).toContain(`${order[2]}, `)
  await popup.waitForSelector('.toast')
  await popup.keyboard.down('Control')
  await popup.keyboard.press('z')
  await popup.keyboard.up('Control')
  await untilCount(5)
  await soon(() => popup.$$('.tags [data-favourite="true"]')).toHaveLength(1)
})

it('copies a tag as JSON', async () => {
  await popup.hover('.tags li')
  await popup.locator('.tags .copy').click()
  await popup.waitForSelector(`.tags .copy[aria-label="${messages.copied.message}"]`)
  const copied = JSON.parse(await pasted(popup))
  expect(copied).toMatchObject({ label: classesOf(await names())[0], confidence: expect.any(Number) })
  expect(copied.top[0]).toEqual({ label: copied.label, confidence: copied.confidence })
})

/** What the listed tags show, from the names of their links. */
function names(): Promise<string[]> {
  return popup.$$eval('.tile', tiles => tiles.map(tile => tile.getAttribute('aria-label')?.split(',')[0] ?? ''))
}

function untilCount(count: number): Promise<string[]> {
  return eventually(names, names => names.length === count)
}

async function untilChipsAre(chips: string[]): Promise<void> {
  await eventually(
    () => popup.$$eval('.chip', chips => chips.map(chip => chip.textContent)),
    seen => seen.join() === chips.join(),
  )
}

function focused(): Promise<string | null | undefined> {
  return popup.evaluate(() => document.activeElement?.getAttribute('aria-label'))
}

function classesOf(names: string[]): string[] {
  return names.map(classOfName)
}
