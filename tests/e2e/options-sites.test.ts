import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { consent } from '../../scripts/drive/consent.ts'
import { pressShortcut } from '../../scripts/drive/context-menu.ts'
import { eventually } from '../../scripts/drive/eventually.ts'
import { readBadges } from '../../scripts/drive/overlay.ts'
import { expectNoBadges } from '../helpers/browser/no-badges.ts'
import {
  type OptionsSession,
  openOptionsSession,
  pictures,
  settingsNow,
  untilGranted,
} from '../helpers/browser/options-page.ts'
import { skipAfterFailure } from '../helpers/skip-after-failure.ts'

let session: OptionsSession
let shopPage: Page
let options: Page
beforeAll(async () => {
  session = await openOptionsSession()
  shopPage = session.shopPage
  options = session.options
})
afterAll(() => session?.close())

// Each test begins with the sites and permissions that the previous one left.
describe('sites', () => {
  skipAfterFailure()

  it('that are on without a permission say so, and can be allowed', async () => {
    const origin = session.shop.elsewhere
    const page = await session.visit(`<img src="${pictures[0]}" alt="">`, origin)
    const { sites, ...others } = await settingsNow(options)
    const settings = { ...others, sites: [...sites, origin] }
    await options.evaluate(settings => chrome.storage.local.set({ settings }), settings)
    const row = await options.waitForSelector(rowOf(origin, 'ungranted'))
    await expectNoBadges(session, page, origin + pictures[0])
    await options.bringToFront()
    await consent(session.browser, session.extensionId, ['http://localhost/*'])
    await options.bringToFront()
    await row?.$eval('.choose', button => (button as HTMLElement).focus())
    await options.keyboard.press('Enter')
    await options.waitForSelector(rowOf(origin, 'on'))
    await page.bringToFront()
    await eventually(
      () => readBadges(page),
      badges => badges.length === 1,
    )
    await options.bringToFront()
    await clickIn(rowOf(origin, 'on'), '.quiet')
    await options.waitForSelector(rowOf(origin, 'on'), { hidden: true })
    await page.bringToFront()
    await eventually(
      () => readBadges(page),
      badges => badges.length === 0,
    )
    await page.close()
    await options.bringToFront()
    await untilGranted(options, ['http://127.0.0.1/*'])
  })

  it('lose their badges and their permission at once when they are switched off', async () => {
    const origin = session.shop.origin
    await clickIn(rowOf(origin, 'on'), '[role="switch"]')
    await options.waitForSelector(rowOf(origin, 'off'))
    await session.badgesOf(0)
    await untilGranted(options, [])
    await clickIn(rowOf(origin, 'off'), '[role="switch"]')
    await session.badgesOf(3)
  })

  it('can lose the permission for a picture host', async () => {
    await consent(session.browser, session.extensionId, ['http://images.localhost/*'])
    await options.evaluate(() => chrome.permissions.request({ origins: ['http://images.localhost/*'] }))
    await options.bringToFront()
    await options.locator('[aria-label="Revoke the permission for http://images.localhost"]').click()
    await options.waitForSelector('#grant-list', { hidden: true })
    await untilGranted(options, ['http://127.0.0.1/*'])
  })

  it('are switched by a shortcut, which leaves the permissions alone', async () => {
    await shopPage.bringToFront()
    await pressShortcut(session, 'toggle-site')
    await session.badgesOf(0)
    await untilGranted(options, ['http://127.0.0.1/*'])
    await shopPage.bringToFront()
    await pressShortcut(session, 'toggle-site')
    await session.badgesOf(3)
  })
})

async function clickIn(row: string, selector: string): Promise<void> {
  const found = await options.waitForSelector(row)
  const button = await found?.$(selector)
  await button?.click()
}

function rowOf(origin: string, state: string): string {
  return `::-p-xpath(//ul[@id="site-list"]/li[@data-state="${state}"][contains(., "${origin}")])`
}
