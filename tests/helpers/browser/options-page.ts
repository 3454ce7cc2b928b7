import type { ElementHandle, Page } from 'puppeteer'
import { eventually } from '../../../scripts/drive/eventually.ts'
import { type Badge, readBadges } from '../../../scripts/drive/overlay.ts'
import { switchOn } from '../../../scripts/drive/popup.ts'
import type { Settings } from '../../../src/settings/schema.ts'
import { picturePath } from '../../shop/pictures.ts'
import { openSession, type Session } from './session.ts'

/** Paths of the shop page's pictures: a T-shirt, shoes and a jacket. */
export const pictures = ['1f455', '1f45f', '1f9e5'].map(code => picturePath(code, 41))

/** A session with the options page in front, and behind it a page of a shop that is switched on. */
export interface OptionsSession extends Session {
  /** The shop's page, with three badges. */
  shopPage: Page
  options: Page
  /** Waits for badges on the shop page, which must be in front because hidden tabs do not paint, then returns to the options. */
  shopShows(areRight: (badges: Badge[]) => boolean): Promise<Badge[]>
  /** Does the same for a number of badges. */
  badgesOf(count: number): Promise<Badge[]>
}

/** Opens both pages. @param prepare runs on the shop page before it gets badges */
export async function openOptionsSession(prepare?: (shopPage: Page) => Promise<void>): Promise<OptionsSession> {
  const session = await openSession()
  const shopPage = await session.visit(pictures.map(src => `<img src="${src}" alt="">`).join(''))
  await prepare?.(shopPage)
  await switchOn(session, shopPage)
  await eventually(
    () => readBadges(shopPage),
    badges => badges.length === 3,
  )
  const options = await openOptions(session)
  const shopShows = async (areRight: (badges: Badge[]) => boolean) => {
    await shopPage.bringToFront()
    const badges = await eventually(() => readBadges(shopPage), areRight)
    await options.bringToFront()
    return badges
  }
  return {
    ...session,
    shopPage,
    options,
    shopShows,
    badgesOf: count => shopShows(badges => badges.length === count),
  }
}

export async function openOptions(session: Session, fragment = ''): Promise<Page> {
  const page = await session.newPage()
  await page.goto(`chrome-extension://${session.extensionId}/src/options/index.html${fragment}`)
  await page.waitForSelector('.tiles li')
  return page
}

/** Waits for an element with exactly this text, and clicks it. */
export async function clickText(options: Page, selector: string, words: string): Promise<void> {
  const found = await options.waitForFunction(
    (selector, words) => [...document.querySelectorAll(selector)].find(({ textContent }) => textContent === words),
    {},
    selector,
    words,
  )
  await (found as ElementHandle<Element>).asLocator().click()
}

export function settingsNow(options: Page): Promise<Settings> {
  return options.evaluate(async () => (await chrome.storage.local.get('settings')).settings as Settings)
}

/** Waits until exactly these origins are granted: the extension gives permissions back a moment after a choice. */
export async function untilGranted(options: Page, patterns: string[]): Promise<void> {
  await eventually(
    () => options.evaluate(async () => (await chrome.permissions.getAll()).origins ?? []),
    granted => granted.join() === patterns.join(),
  )
}
