import type { ElementHandle, Page } from 'puppeteer'
import { eventually } from '../../../scripts/drive/eventually.ts'
import { type Badge, readBadges } from '../../../scripts/drive/overlay.ts'
import { switchOn } from '../../../scripts/drive/popup.ts'
import type { Settings } from '../../../src/settings/schema.ts'
import { picturePath } from '../../shop/pictures.ts'
import { openSession, type Session } from './session.ts'

/** Paths of the shop's pictures: a T-shirt, shoes, a jacket. */
export const pictures = ['1f455', '1f45f', '1f9e5'].map(code => picturePath(code, 41))

/** The page of options in front, and behind it a page of a shop that is switched on. */
export interface OptionsSession extends Session {
  /** With three badges. */
  shopPage: Page
  options: Page
  /** Looks at the shop until its badges are right: a tab in the background paints nothing. Then it is the options' turn again. */
  shopShows(areRight: (badges: Badge[]) => boolean): Promise<Badge[]>
  /** The same until there are so many. */
  badgesOf(count: number): Promise<Badge[]>
}

/** Opens both. @param prepare what is done with the shop's page before it has badges */
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
  const page = await session.browser.newPage()
  await page.goto(`chrome-extension://${session.extensionId}/src/options/index.html${fragment}`)
  await page.waitForSelector('.tiles li')
  return page
}

/** Clicks on the one of such elements that says just that, once there is one. */
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

/** Waits until so much is granted: what is given back goes a moment after the choice. */
export async function untilGranted(options: Page, patterns: string[]): Promise<void> {
  await eventually(
    () => options.evaluate(async () => (await chrome.permissions.getAll()).origins ?? []),
    granted => granted.join() === patterns.join(),
  )
}
