import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerOf, choose } from '../../scripts/drive/context-menu.ts'
import { eventually } from '../../scripts/drive/eventually.ts'
import { inOverlay, overlaySelector } from '../../scripts/drive/in-overlay.ts'
import { readBadges } from '../../scripts/drive/overlay.ts'
import { readReports } from '../../scripts/drive/report.ts'
import { INFERENCE } from '../../src/messages/host-port.ts'
import { openBadgedSession, type Session } from '../helpers/browser/session.ts'
import { untilStored } from '../helpers/browser/stored-tags.ts'
import { find, listening, readAll } from '../shop/page-reader.ts'
import { picturePath } from '../shop/pictures.ts'
import { type Seen, traps } from '../shop/spying-page.ts'

describe('a page that spies on the extension', () => {
  let session: Session
  let own: Page
  beforeAll(async () => {
    session = await openBadgedSession()
    own = await session.openOwnPage()
  })
  afterAll(() => session?.close())

  let variant = 900
  const picture = () => `<img id="shirt" src="${picturePath('1f455', variant++)}" alt="">`
  const untilBadged = (page: Page, count = 1) =>
    eventually(
      () => readBadges(page),
      badges => badges.length === count,
    )
  it('sees that an element was added, and nothing more', async () => {
    const drawing = '<svg xmlns=%22http://www.w3.org/2000/svg%22 width=%2299%22 height=%2299%22/>'
    const page = await session.visit(`${traps}${picture()}<img src="data:image/svg+xml,${drawing}" alt="">
      <canvas style="background: red"></canvas><script>
        document.querySelector('canvas').getContext('2d').fillRect(0, 0, 99, 99)
        armed = true
      </script>`)
    await untilBadged(page)
    const seen = (await page.evaluate('armed = false; seen')) as Seen
    expect(seen.added).toEqual([expect.stringMatching(/^apparel-lens-\d+-\d+$/)])
    expect(seen.calls).toEqual([])
    expect(seen.events).toEqual([])
    expect(seen.looted).toEqual([])
    expect(seen.loads.filter(load => !load.startsWith('img '))).toEqual([])
    expect(await page.$eval(overlaySelector, overlay => overlay.getAttributeNames())).toEqual([])
  })

  it('cannot read a word of a badge or a card through any browser API', async () => {
    const html = `${listening}<p>Linen, by hand</p>${picture()}`
    const other = await session.visit(html, session.shop.elsewhere)
    const page = await session.visit(html)
    await untilBadged(page)
    await choose(session, page, await page.$eval('img', image => image.src))
    await answerOf(page)
    const words = await inOverlay(page, [], function (this: ShadowRoot) {
      const texts = Array.from(this.querySelectorAll<HTMLElement>('[data-text]'), ({ dataset }) => dataset.text ?? '')
      return [...new Set(texts)].filter(text => text.length > 1)
    })
    expect(words.join()).toContain('T-Shirt')
    const [badge] = await readBadges(page)
    const at = [(badge?.x ?? 0) + (badge?.width ?? 0) / 2, (badge?.y ?? 0) + (badge?.height ?? 0) / 2] as const
    const known = async (page: Page) => {
      const all = await page.evaluate(readAll, ...at)
      const wanted = ['Linen, by hand', 'chrome-extension:', ...words]
      return { read: wanted.filter(word => all.includes(word)), found: await page.evaluate(find, wanted) }
    }
    // The same as on a site where the extension is off: its own words, and style values such as 100%.
    const otherwise = await known(other)
    expect(otherwise.read).toContain('Linen, by hand')
    expect(otherwise.found).toEqual(['Linen, by hand'])
    expect(await known(page)).toEqual(otherwise)
    const sizes = (host: Element) => [host.scrollWidth, host.scrollHeight, host.getBoundingClientRect().toJSON()]
    const box = { x: 0, y: 0, width: 100, height: 0, top: 0, right: 100, bottom: 0, left: 0 }
    expect(await page.$eval(overlaySelector, sizes)).toEqual([100, 0, box])

    // Also while the badge is hovered and focused, and in print.
    await page.mouse.move(...at)
    await page.keyboard.press('Tab')
    await page.mouse.click(...at)
    expect(await known(page)).toEqual(otherwise)
    await page.emulateMediaType('print')
    expect(await known(page)).toEqual(otherwise)
  })

  it('gets no global names and no files of the extension', async () => {
    const html = `${picture()}`
    const other = await session.visit(html, session.shop.elsewhere)
    const page = await session.visit(html)
    await untilBadged(page)
    const globals = () => [window, document, navigator].flatMap(owner => Object.getOwnPropertyNames(owner)).sort()
    expect(await page.evaluate(globals)).toEqual(await other.evaluate(globals))
    const files = [
      'manifest.json',
      'icons/48.png',
      'src/popup/index.html',
      'src/inference/index.html',
      'src/page/content-script.js',
      'src/page/answer-script.js',
      'src/page/alt-text-script.js',
      'src/page/outfit-script.js',
      'src/page/report-script.js',
    ]
    const got = await page.evaluate(
      (id, files) =>
        Promise.all(
          files.map(async file => {
            const address = `chrome-extension://${id}/${file}`
            const isFetched = await fetch(address).then(
              () => true,
              () => false,
            )
            const isShown = await new Promise(resolve => {
              const image = new Image()
              image.onload = () => resolve(true)
              image.onerror = () => resolve(false)
              image.src = address
            })
            return isFetched || isShown
          }),
        ),
      session.extensionId,
      files,
    )
    expect(got).toEqual(files.map(() => false))
    expect(await page.evaluate('typeof chrome?.runtime?.sendMessage')).toBe('undefined')
  })

  it('achieves nothing with forged events and messages', async () => {
    const page = await session.visit(`${picture()}${picture()}<div style="height: 3000px"></div>`)
    await untilBadged(page, 2)
    // Maintenance follows new tags at its own time and notes their number, so it comes first.
    const state = () =>
      own.evaluate(async () => {
        await chrome.runtime.sendMessage({ to: 'background', type: 'maintain-history' })
        return JSON.stringify([await chrome.storage.local.get(), await chrome.permissions.getAll()])
      })
    await untilStored(own, page.url(), 2)
    const stored = await state()
    const before = await readBadges(page)
    const fetches = session.shop.fetches(picturePath('1f455', variant - 1))
    await page.evaluate(async inference => {
      const overlay = document.documentElement.lastElementChild as HTMLElement
      const payloads = [
        'ask',
        'ask-here',
        'report',
        'summarise',
        'found-shop',
        'explain-shop',
        'wake-host',
        'capture-visible-tab',
        'lend-referrer',
        'return-referrer',
        'maintain-history',
        'load-script',
        'choose-pictures',
        'mark-region',
        'follow-video',
        'teach',
        'untell',
        'leave-site',
        'retire',
        'offer-menu',
        'classify',
        'cancel',
        'prioritise',
        'status',
        'answer',
      ].flatMap(type =>
        ['page', 'background', 'host', undefined].map(to => ({
          to,
          type,
          id: 1,
          isShop: false,
          origin: location.origin,
          choice: 'off',
          srcUrl: document.images[0]?.src,
          source: { url: document.images[0]?.src },
          priority: 'asked',
          answer: { failure: 'network_failed' },
          activeSites: { on: [] },
        })),
      )
      const channels = [inference, 'apparel-lens', 'history'].map(name => new BroadcastChannel(name))
      for (const payload of payloads) {
        postMessage(payload, '*')
        for (const channel of channels) channel.postMessage(payload)
        for (const target of [window, document, overlay])
          for (const name of ['message', payload.type])
            target.dispatchEvent(
              Object.assign(new CustomEvent(name, { detail: payload, bubbles: true }), { data: payload }),
            )
      }
      localStorage.setItem('activeSites', '{}')
      const at = { clientX: 40, clientY: 40, bubbles: true, composed: true }
      const forged = [
        new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }),
        new PageTransitionEvent('pageshow', { persisted: true }),
        new PageTransitionEvent('pagehide', { persisted: true }),
        new Event('visibilitychange', { bubbles: true }),
        new Event('abort'),
        new PointerEvent('pointermove', at),
        new PointerEvent('pointerover', at),
        new PointerEvent('pointerdown', at),
        new MouseEvent('contextmenu', at),
        new MouseEvent('click', at),
        new Event('open', { bubbles: true }),
        new FocusEvent('focus'),
      ]
      for (const event of forged)
        for (const target of [window, document, document.documentElement, document.images[0], overlay])
          target?.dispatchEvent(new (event.constructor as typeof Event)(event.type, event as EventInit))
      overlay.click()
      // Any effect of a forged event would show by the second frame.
      await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    }, INFERENCE)
    const notices = await inOverlay(page, -1, function (this: ShadowRoot) {
      return this.querySelectorAll('.card, [data-open], [aria-expanded="true"]').length
    })
    expect(notices).toBe(0)
    expect(await readBadges(page)).toEqual(before)
    expect(await state()).toBe(stored)
    expect(session.shop.fetches(picturePath('1f455', variant - 1))).toBe(fetches)
    const [report] = await readReports(own, page.url())
    expect(report?.pictures.map(({ outcome }) => outcome.state)).toEqual(['answered', 'answered'])
  })

  const nothing =
    `default-src 'none'; img-src 'self'; style-src 'nonce-none'; script-src 'nonce-traps'; base-uri 'none';
    form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'`.replaceAll(/\s+/g, ' ')

  it.each([
    {
      'content-security-policy': nothing,
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'fullscreen=(), display-capture=()',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
    },
    { 'content-security-policy': `${nothing}; sandbox allow-scripts` },
  ])('with the strictest policies gets its badges, and reports no violation', async headers => {
    const script = `window.violations = []
      document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => violations.push(violatedDirective))`
    const url = session.shop.page(`<script nonce="traps">${script}</script>${picture()}`, headers)
    const complaintsOf = async (url: string, isOn: boolean) => {
      const page = await session.newPage()
      const complaints: string[] = []
      page.on('console', message => complaints.push(message.text()))
      page.on('pageerror', error => complaints.push(String(error)))
      await page.goto(url)
      if (isOn) await untilBadged(page)
      complaints.push(...((await page.evaluate('violations')) as string[]))
      await page.close()
      return complaints
    }
    // The policies refuse the shop's own style sheet and icon in either case.
    const otherwise = await complaintsOf(url.replace(session.shop.origin, session.shop.elsewhere), false)
    expect(await complaintsOf(url, true)).toEqual(
      otherwise.map(text => text.replace(session.shop.elsewhere, session.shop.origin)),
    )
  })
})
