import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { hostStatus } from '../../scripts/drive/ask-host.ts'
import { eventually } from '../../scripts/drive/eventually.ts'
import { readBadges } from '../../scripts/drive/overlay.ts'
import { defaults } from '../../src/settings/schema.ts'
import {
  clickText,
  type OptionsSession,
  openOptions,
  openOptionsSession,
  settingsNow,
  untilGranted,
} from '../helpers/browser/options-page.ts'
import { writeTags } from '../helpers/browser/write-tags.ts'
import { writeTaught } from '../helpers/browser/write-taught.ts'
import { skipAfterFailure } from '../helpers/skip-after-failure.ts'
import { soon } from '../helpers/soon.ts'
import { picturePath } from '../shop/pictures.ts'

// This test uses only the defaults of the settings module, which need no browser API.
vi.mock('webextension-polyfill', () => ({ default: {} }))

let session: OptionsSession
let options: Page
beforeAll(async () => {
  session = await openOptionsSession()
  options = session.options
})
afterAll(() => session?.close())

describe('the engine', () => {
  it('says how fast each backend is, or why it is unavailable, and answers pages meanwhile', async () => {
    await clickText(options, '#engine button', 'Measure both')
    const page = await session.visit(`<img src="${picturePath('1f456', 42)}" alt="">`)
    await eventually(
      () => readBadges(page),
      badges => badges.length === 1,
    )
    await page.close()
    await options.bringToFront()
    await options.waitForSelector('#engine button:not(:disabled)')
    const figures = () => options.$$eval('#engine .figure', figures => figures.map(({ textContent }) => textContent))
    await soon(figures).toEqual([
      'The browser finds no graphics card that it can use',
      expect.stringMatching(/^[\d.]+ ms a/),
    ])
    await soon(() => options.$('iframe')).toBeNull()
  })

  it('runs on the chosen backend, and falls back to WASM where that is missing', async () => {
    const choice = (label: string) => `::-p-xpath(//section[@id="engine"]//label[contains(., "${label}")]//input)`
    await options.locator(choice('WASM')).click()
    await eventually(
      () => settingsNow(options),
      ({ backend }) => backend === 'wasm',
    )
    await options.locator(choice('WebGPU')).click()
    await eventually(
      () => settingsNow(options),
      ({ backend }) => backend === 'webgpu',
    )
    await eventually(
      () => hostStatus(options),
      status => status.state === 'ready' && status.backend === 'wasm' && status.attempts[0]?.backend === 'webgpu',
    )
    const inUse = () => options.$$eval('#engine .choice:has(.mark)', all => all.map(({ textContent }) => textContent))
    await soon(inUse).toEqual([expect.stringMatching(/^WASM/)])
    await options.locator(choice('Automatic')).click()
    await eventually(
      () => settingsNow(options),
      ({ backend }) => backend === 'auto',
    )
  })
})

describe('the page', () => {
  it('opens at the section that its URL names', async () => {
    const page = await openOptions(session, '#history')
    await page.waitForFunction(
      () => Math.abs(document.getElementById('history')?.getBoundingClientRect().top ?? 0) < 60,
    )
    await page.waitForSelector('nav [href="#history"][aria-current]')
    await page.close()
  })

  it('shows the current shortcuts', async () => {
    await eventually(
      () => options.$$eval('#shortcuts dd', keys => keys.map(({ textContent }) => textContent)),
      keys => keys.join() === 'Alt+Shift+L,Alt+Shift+G,Alt+Shift+H,Alt+Shift+M',
    )
  })

  it('can be used with the keyboard alone', async () => {
    await options.bringToFront()
    await options.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await options.focus('nav a')
    const stops: string[] = []
    for (let i = 0; i < 60; i++) {
      await options.keyboard.press('Tab')
      const stop = await options.evaluate(() => {
        const { activeElement: at } = document
        return at && (at.id || at.getAttribute('name') || at.getAttribute('href') || at.textContent)
      })
      if (stop === 'alt-texts') await options.keyboard.press('Space')
      if (stop) stops.push(stop)
      if (stop?.includes('welcome')) break
    }
    expect(stops).toEqual(
      expect.arrayContaining([
        'backend',
        'confidence',
        'Shoes',
        'style',
        'position',
        'all-shops',
        'retention',
        'erase',
      ]),
    )
    await eventually(
      () => settingsNow(options),
      ({ altTexts }) => altTexts,
    )
    await options.focus('[name="style"]:checked')
    await options.keyboard.press('ArrowDown')
    await eventually(
      () => settingsNow(options),
      ({ badgeStyle }) => badgeStyle === 'name',
    )
    await options.keyboard.press('ArrowUp')
    await eventually(
      () => settingsNow(options),
      ({ badgeStyle }) => badgeStyle === 'label',
    )
  })
})

// The second test erases what the first one left.
describe('the history', () => {
  skipAfterFailure()

  it('shrinks only after a confirmation', async () => {
    await options.evaluate(writeTags, 510, 0)
    await options.reload()
    await untilStorageShows(/^Tags: 51\d,/)
    await options.select('#retention', '500')
    await options.waitForSelector('.dialog')
    await soon(() => options.$eval('.dialog h2', node => node.textContent)).toMatch(/^Delete the oldest tags \(1\d\)/)
    expect((await settingsNow(options)).retention).toBe(5000)
    await clickText(options, '.dialog button', 'Cancel')
    await options.waitForSelector('.dialog', { hidden: true })
    await soon(() => options.$eval('#retention', select => (select as HTMLSelectElement).value)).toBe('5000')
    await options.select('#retention', '500')
    await options.waitForSelector('.dialog')
    await clickText(options, '.dialog button', 'Delete')
    await untilStorageShows(/^Tags: 500,/)
  })

  it('and everything else is erased, but only after a confirmation', async () => {
    await options.evaluate(writeTaught, 4, 'test', 1)
    await options.waitForSelector('#taught .example')

    await options.locator('#erase').click()
    await options.waitForFunction(() => document.querySelector('dialog[open]')?.textContent?.includes('(500)'))
    await options.keyboard.press('Escape')
    await options.waitForSelector('dialog[open]', { hidden: true })
    await untilGranted(options, ['http://127.0.0.1/*'])

    await options.locator('#erase').click()
    await clickText(options, 'dialog button', 'Erase everything')
    await options.waitForFunction(() =>
      /Everything is erased/.test(document.getElementById('history')?.textContent ?? ''),
    )
    await session.badgesOf(0)
    const changedAt = expect.any(Number)
    await soon(() => settingsNow(options)).toEqual({ ...defaults, changedAt })
    await untilGranted(options, [])
    await untilStorageShows(/^Tags: 0,/)
    await options.waitForSelector('#site-list:empty')
    await options.waitForSelector('#taught .example', { hidden: true })
    await eventually(
      () => options.evaluate(() => chrome.storage.sync.get(null)),
      carried => Object.keys(carried).join() === 'settings',
    )
  })
})

async function untilStorageShows(words: RegExp): Promise<void> {
  await eventually(
    () => options.$$eval('#history [role="status"]', ([status]) => status?.textContent ?? ''),
    said => words.test(said),
  )
}
