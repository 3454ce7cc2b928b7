import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { hostStatus } from '../../scripts/drive/ask-host.ts'
import { consent } from '../../scripts/drive/consent.ts'
import { eventually } from '../../scripts/drive/eventually.ts'
import { type Badge, inOverlay, readBadges } from '../../scripts/drive/overlay.ts'
import { switchOn } from '../../scripts/drive/popup.ts'
import { defaults, type Settings } from '../../src/settings.ts'
import { picturePath } from '../shop/pictures.ts'
import { serviceWorker } from './ask.ts'
import { openSession, type Session } from './session.ts'

// Of the settings, only the defaults are used here.
vi.mock('webextension-polyfill', () => ({ default: {} }))

const [shirt, shoe, coat] = ['1f455', '1f45f', '1f9e5'].map(code => picturePath(code, 41))

let session: Session
let shop: Page
let options: Page
beforeAll(async () => {
  session = await openSession()
  shop = await session.visit([shirt, shoe, coat].map(src => `<img src="${src}" alt="">`).join(''))
  await shop.evaluate(() => {
    const shifts: number[] = []
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value)
    }).observe({ type: 'layout-shift', buffered: true })
    Object.assign(globalThis, { shifts, isSamePage: true })
  })
  await switchOn(session, shop)
  await badgesOf(3)
  options = await openOptions()
})
afterAll(() => session?.close())

describe('a choice on the page of options changes a page that is open, without a reload:', () => {
  it('which garments get badges', async () => {
    await options.click('[name="Shoes"]')
    const badges = await badgesOf(2)
    expect(badges.map(({ garment }) => garment)).toEqual(['T-Shirt', 'Jacket'])
    await clickText('.chip-ends button', 'None')
    await badgesOf(0)
    await clickText('.chip-ends button', 'All')
    await badgesOf(3)
  })

  it('how sure the network must be, which the sample pictures show too', async () => {
    const before = (await badgesOf(3)).map(sureness)
    const least = Math.max(...before)
    await options.focus('#confidence')
    await options.keyboard.press('End')
    await shopShows(badges => badges.length === before.filter(sure => sure >= 99).length)
    expect(await options.$eval('output', output => output.textContent)).toBe('At least 99%')
    const tiles = await options.$$eval('.tiles li', tiles =>
      tiles.map(tile => ({
        isBadged: tile.dataset.badged === 'true',
        sure: Number(/(\d+)%/.exec(tile.querySelector('img')?.alt ?? '')?.[1]),
      })),
    )
    expect(tiles.length).toBe(12)
    // What is shown as 99 % may be a little less.
    for (const { isBadged, sure } of tiles) if (sure < 99) expect(isBadged).toBe(false)
    const said = `${tiles.filter(({ isBadged }) => isBadged).length} of 12 sample pictures would get a badge.`
    expect(await options.$eval('.confidence [role="status"]', words => words.textContent)).toBe(said)

    await options.keyboard.press('Home')
    await badgesOf(3)
    expect(least).toBeGreaterThan(50)
    await eventually(settingsNow, ({ confidence }) => confidence === 0)
  })

  it('the style, in which a dot is heard as the garment that it stands for', async () => {
    const full = await badgesOf(3)
    await options.click('[value="name"]')
    await shopShows(badges => badges.map(({ text }) => text).join() === 'T-Shirt,Shoes,Jacket')
    await options.click('[value="dot"]')
    const dots = await shopShows(
      badges => badges.length === 3 && badges.every(({ width, height }) => width === 16 && height === 16),
    )
    const debug = await shop.createCDPSession()
    const { nodes } = await debug.send('Accessibility.getFullAXTree')
    const heard = nodes.filter(({ role }) => role?.value === 'button').map(({ name }) => name?.value)
    expect(heard).toEqual(full.map(({ text }) => text))
    const opacities = await inOverlay(shop, [], function (this: ShadowRoot) {
      return [...this.querySelectorAll('.dot > *')].map(part => getComputedStyle(part).opacity)
    })
    expect(opacities).toEqual(Array(6).fill('0'))

    // Under the pointer it is as large as any, and says all.
    const [dot] = dots
    await shop.bringToFront()
    await shop.mouse.move((dot?.x ?? 0) + 8, (dot?.y ?? 0) + 8)
    await shopShows(([open]) => (open?.height ?? 0) > 50 && open?.text.startsWith(full[0]?.text ?? '?') === true)
    await shop.bringToFront()
    await shop.mouse.move(0, 0)
    await options.bringToFront()
    await options.click('[value="label"]')
    await shopShows(badges => badges.map(({ text }) => text).join() === full.map(({ text }) => text).join())
  })

  it.each([
    ['end-bottom', 'right', 'bottom'],
    ['start-bottom', 'left', 'bottom'],
    ['end-top', 'right', 'top'],
    ['auto', 'left', 'top'],
  ] as const)('the place: %s', async (position, side, end) => {
    await options.click(`[value="${position}"]`)
    const pictures = await shop.$$eval('img', all => all.map(img => img.getBoundingClientRect().toJSON() as DOMRect))
    await shopShows(
      badges =>
        badges.length === 3 &&
        badges.every((badge, i) => {
          const picture = pictures[i] as DOMRect
          const x = side === 'left' ? badge.x - picture.left : picture.right - badge.x - badge.width
          const y = end === 'top' ? badge.y - picture.top : picture.bottom - badge.y - badge.height
          return Math.abs(x - 6) <= 1 && Math.abs(y - 6) <= 1
        }),
    )
  })

  it('and nothing of that page has moved', async () => {
    const { shifts, isSamePage } = await shop.evaluate(() => {
      const { shifts, isSamePage } = globalThis as unknown as { shifts: number[]; isSamePage: true }
      return { shifts, isSamePage }
    })
    expect({ shifts, isSamePage }).toEqual({ shifts: [], isSamePage: true })
  })

  it('settings that come from another machine', async () => {
    const { backend: _, sites, muted, ...here } = await settingsNow()
    const there = { ...here, changedAt: Date.now() + 1000, classes: ['Jacket'], parts: 1 }
    const part = { changedAt: there.changedAt, sites: [...sites.map(site => `+${site}`), '-https://b.example'] }
    await options.evaluate(items => chrome.storage.sync.set(items), { settings: there, 'sites.0': part })
    await badgesOf(1)
    await options.waitForSelector('[name="Shoes"]:not(:checked)')
    await options.waitForFunction(() => document.querySelector('#site-list')?.textContent?.includes('b.example'))
    // What is chosen here goes back the same way.
    await clickText('.chip-ends button', 'All')
    await badgesOf(3)
    await eventually(
      () => options.evaluate(async () => (await chrome.storage.sync.get('settings')).settings as Partial<Settings>),
      ({ classes }) => classes?.length === 10,
    )
  })
})

describe('the engine', () => {
  it('says how fast each backend is, or why it is none, and goes on answering meanwhile', async () => {
    await clickText('#engine button', 'Measure both')
    const page = await session.visit(`<img src="${picturePath('1f456', 42)}" alt="">`)
    await eventually(
      () => readBadges(page),
      badges => badges.length === 1,
    )
    await page.close()
    await options.bringToFront()
    await options.waitForSelector('#engine button:not(:disabled)')
    const figures = await options.$$eval('#engine .figure', figures => figures.map(({ textContent }) => textContent))
    expect(figures).toEqual([
      'The browser finds no graphics card that it can use',
      expect.stringMatching(/^[\d.]+ ms a/),
    ])
    expect(await options.$('iframe')).toBeNull()
  })

  it('runs on what is chosen, and on WASM where that is not there', async () => {
    const choice = (label: string) => `::-p-xpath(//section[@id="engine"]//label[contains(., "${label}")]//input)`
    await options.locator(choice('WASM')).click()
    await eventually(settingsNow, ({ backend }) => backend === 'wasm')
    await options.locator(choice('WebGPU')).click()
    await eventually(settingsNow, ({ backend }) => backend === 'webgpu')
    await eventually(
      () => hostStatus(options),
      status => status.state === 'ready' && status.backend === 'wasm' && status.rungs[0]?.backend === 'webgpu',
    )
    const inUse = await options.waitForSelector('#engine .choice:has(.mark)')
    expect(await inUse?.evaluate(({ textContent }) => textContent)).toMatch(/^WASM/)
    await options.locator(choice('Automatic')).click()
    await eventually(settingsNow, ({ backend }) => backend === 'auto')
  })
})

describe('sites', () => {
  it('that are on without a permission here say so, and can be allowed', async () => {
    const origin = session.shop.elsewhere
    const page = await session.visit(`<img src="${shirt}" alt="">`, origin)
    await changeStored({ sites: [...(await settingsNow()).sites, origin] })
    const row = await options.waitForSelector(rowOf(origin, 'ungranted'))
    expect(await readBadges(page)).toEqual([])
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
    await untilGranted(['http://127.0.0.1/*'])
  })

  it('lose their badges at once where they are switched off, and the permission with them', async () => {
    const origin = session.shop.origin
    await clickIn(rowOf(origin, 'on'), '[role="switch"]')
    await options.waitForSelector(rowOf(origin, 'off'))
    await badgesOf(0)
    await untilGranted([])
    await clickIn(rowOf(origin, 'off'), '[role="switch"]')
    await badgesOf(3)
  })

  it('and hosts beside them can be revoked', async () => {
    await consent(session.browser, session.extensionId, ['http://images.localhost/*'])
    await options.evaluate(() => chrome.permissions.request({ origins: ['http://images.localhost/*'] }))
    await options.bringToFront()
    await options.locator('[aria-label="Revoke the permission for http://images.localhost"]').click()
    await options.waitForSelector('#grant-list', { hidden: true })
    await untilGranted(['http://127.0.0.1/*'])
  })

  it('are switched by a key, which neither takes nor gives permissions', async () => {
    await shop.bringToFront()
    await pressShortcut('toggle-site')
    await badgesOf(0)
    await untilGranted(['http://127.0.0.1/*'])
    await shop.bringToFront()
    await pressShortcut('toggle-site')
    await badgesOf(3)
  })
})

describe('the page', () => {
  it('opens at the section that its address names', async () => {
    const page = await openOptions('#history')
    await page.waitForFunction(
      () => Math.abs(document.getElementById('history')?.getBoundingClientRect().top ?? 0) < 60,
    )
    await page.waitForSelector('nav [href="#history"][aria-current]')
    await page.close()
  })

  it('shows the keys in force', async () => {
    const keys = await options.$$eval('#shortcuts dd', keys => keys.map(({ textContent }) => textContent))
    expect(keys).toEqual(['Alt+Shift+L', 'Alt+Shift+G', 'Alt+Shift+H'])
  })

  it('can be used by the keyboard alone', async () => {
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
    await eventually(settingsNow, ({ altTexts }) => altTexts)
    await options.focus('[name="style"]:checked')
    await options.keyboard.press('ArrowDown')
    await eventually(settingsNow, ({ badgeStyle }) => badgeStyle === 'name')
    await options.keyboard.press('ArrowUp')
    await eventually(settingsNow, ({ badgeStyle }) => badgeStyle === 'label')
  })
})

describe('the history', () => {
  it('is made smaller only after a question', async () => {
    await options.evaluate(writeTags, 510)
    await options.reload()
    await untilKept(/^Tags: 51\d,/)
    await options.select('#retention', '500')
    await options.waitForSelector('.dialog')
    expect(await options.$eval('.dialog h2', node => node.textContent)).toMatch(/^Delete the 1\d oldest/)
    expect((await settingsNow()).retention).toBe(5000)
    await clickText('.dialog button', 'Cancel')
    await options.waitForSelector('.dialog', { hidden: true })
    expect(await options.$eval('#retention', select => (select as HTMLSelectElement).value)).toBe('5000')
    await options.select('#retention', '500')
    await options.waitForSelector('.dialog')
    await clickText('.dialog button', 'Delete')
    await untilKept(/^Tags: 500,/)
  })

  it('and all else is erased, but not before the person has said so twice', async () => {
    await options.locator('#erase').click()
    const said = await options.$eval('dialog[open]', dialog => dialog.textContent)
    expect(said).toContain('(500)')
    await options.keyboard.press('Escape')
    await options.waitForSelector('dialog[open]', { hidden: true })
    expect(await granted()).not.toEqual([])

    await options.locator('#erase').click()
    await clickText('dialog button', 'Erase everything')
    await options.waitForFunction(() =>
      /Everything is erased/.test(document.getElementById('history')?.textContent ?? ''),
    )
    await badgesOf(0)
    const changedAt = expect.any(Number)
    expect(await settingsNow()).toEqual({ ...defaults, changedAt })
    await untilGranted([])
    await untilKept(/^Tags: 0,/)
    await options.waitForSelector('#site-list:empty')
    await eventually(
      () => options.evaluate(() => chrome.storage.sync.get(null)),
      carried => Object.keys(carried).join() === 'settings',
    )
  })
})

async function openOptions(fragment = ''): Promise<Page> {
  const page = await session.browser.newPage()
  await page.goto(`chrome-extension://${session.extensionId}/src/options/index.html${fragment}`)
  await page.waitForSelector('.tiles li')
  return page
}

function badgesOf(count: number): Promise<Badge[]> {
  return shopShows(badges => badges.length === count)
}

/** Looks at the shop until its badges are right: a tab in the background paints nothing. Then it is the options' turn again. */
async function shopShows(areRight: (badges: Badge[]) => boolean): Promise<Badge[]> {
  await shop.bringToFront()
  const badges = await eventually(() => readBadges(shop), areRight)
  await options?.bringToFront()
  return badges
}

function sureness({ text }: Badge): number {
  return Number(/(\d+)%/.exec(text)?.[1])
}

async function clickText(selector: string, words: string): Promise<void> {
  const buttons = await options.$$(selector)
  for (const button of buttons)
    if ((await button.evaluate(({ textContent }) => textContent)) === words) return button.click()
  throw new Error(`There is no ${selector} that says ${words}.`)
}

async function untilKept(words: RegExp): Promise<void> {
  await eventually(
    () => options.$eval('#history [role="status"]', status => status.textContent ?? ''),
    said => words.test(said),
  )
}

async function clickIn(row: string, selector: string): Promise<void> {
  const found = await options.waitForSelector(row)
  const button = await found?.$(selector)
  await button?.click()
}

function settingsNow(): Promise<Settings> {
  return options.evaluate(async () => (await chrome.storage.local.get('settings')).settings as Settings)
}

async function changeStored(change: Partial<Settings>): Promise<void> {
  await options.evaluate(settings => chrome.storage.local.set({ settings }), { ...(await settingsNow()), ...change })
}

/** What is given back goes a moment after the choice. */
async function untilGranted(patterns: string[]): Promise<void> {
  await eventually(granted, now => now.join() === patterns.join())
}

function granted(): Promise<string[]> {
  return options.evaluate(async () => (await chrome.permissions.getAll()).origins ?? [])
}

function rowOf(origin: string, state: string): string {
  return `::-p-xpath(//ul[@id="site-list"]/li[@data-state="${state}"][contains(., "${origin}")])`
}

/** The browser's own keys cannot be pressed from outside: the event that they send is sent by hand. */
async function pressShortcut(name: string): Promise<void> {
  const worker = await serviceWorker(session)
  await worker.evaluate(async name => {
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true })
    const pressed = chrome.commands.onCommand as unknown as { dispatch(name: string, tab: object | undefined): void }
    pressed.dispatch(name, tab)
  }, name)
}

/** Runs in a page of the extension. */
async function writeTags(count: number): Promise<void> {
  const database = await new Promise<IDBDatabase>(resolve => {
    const opening = indexedDB.open('history')
    opening.onsuccess = () => resolve(opening.result)
  })
  const stores = database.transaction(['tags', 'thumbnails', 'embeddings', 'counts'], 'readwrite')
  stores.objectStore('counts').put({ Hat: count }, 'garments')
  for (let i = 0; i < count; i++) {
    const facts = { id: `${i}`, garment: 'Hat', confidence: 0.9, probabilities: [], pageUrl: '', pageTitle: '' }
    stores.objectStore('tags').put({ ...facts, imageUrl: '', seenAt: 1_700_000_000_000 + i, by: 'auto' })
    stores.objectStore('thumbnails').put(new Uint8Array(9), `${i}`)
    stores.objectStore('embeddings').put(new Int8Array(1280), `${i}`)
  }
  await new Promise(resolve => {
    stores.oncomplete = resolve
  })
  database.close()
}
