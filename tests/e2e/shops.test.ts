import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import messages from '../../public/_locales/en/messages.json' with { type: 'json' }
import { eventually } from '../../scripts/drive/eventually.ts'
import { readBadges } from '../../scripts/drive/overlay.ts'
import { openPopup, switchOff, switchOn, switchShopsOff, switchShopsOn } from '../../scripts/drive/popup.ts'
import { expectNoBadges } from '../helpers/browser/no-badges.ts'
import { openSession, type Session } from '../helpers/browser/session.ts'
import { skipAfterFailure } from '../helpers/skip-after-failure.ts'
import { picturePath } from '../shop/pictures.ts'

const pictures = ['1f455', '1f45f'].map(code => `<img src="${picturePath(code, 31)}" alt="">`)
const goods = pictures.map((img, i) => `<div>${img}<b>$${i + 12}.50</b><button>Add to cart</button></div>`).join('')
const shopPage = `<header><a href="/cart">Cart (0)</a></header>${goods}`
const newsPage = `<meta property="og:type" content="article"><article><h1>Prices of clothes rise</h1>
  <p>A T-shirt now costs $12.50, shoes $79, and people leave them in the cart.</p>${pictures.join('')}</article>`

// Each test continues with the switches as the previous one left them.
describe('all shops', () => {
  skipAfterFailure()
  let session: Session
  beforeAll(async () => {
    session = await openSession()
  })
  afterAll(() => session?.close())

  const shirt = () => session.shop.origin + picturePath('1f455', 31)

  it('get badges once shops are switched on, in open tabs too, and none before', async () => {
    const page = await session.visit(shopPage)
    expect(await wordsOf(session, page)).toContain(messages.shop_yes.message)
    await expectNoBadges(session, page, shirt())
    await switchShopsOn(session, page)
    await badgesOf(page, 2)
    await badgesOf(await session.visit(shopPage), 2)
  })

  it('are distinguished from other pages, whose popup says why they are not shops', async () => {
    const page = await session.visit(newsPage)
    const words = await wordsOf(session, page)
    expect(words).toContain(messages.shop_no.message)
    expect(words).toContain(messages.shop_against.message.replace('$1', messages.shop_reason_article.message))
    expect(words).not.toContain(messages.shop_reason_cart.message)
    await expectNoBadges(session, page, shirt())
  })

  it('give way to the choice for a site, shop or not', async () => {
    const shop = await session.visit(shopPage)
    await badgesOf(shop, 2)
    await switchOff(session, shop)
    await badgesOf(shop, 0)
    await shop.reload()
    await expectNoBadges(session, shop, shirt())

    const news = await session.visit(newsPage)
    await switchOn(session, news)
    await badgesOf(news, 2)
    await news.reload()
    await badgesOf(news, 2)

    await forget(session, news)
    await badgesOf(news, 0)
    await shop.bringToFront()
    await badgesOf(shop, 2)
  })

  it('are noticed when a page becomes a shop, and when it stops being one', async () => {
    const page = await session.visit(`<h1>Journal</h1><div id="app"><p>Stories</p>${pictures[0]}</div>`)
    await page.evaluate(html => {
      history.pushState({}, '', '?product=1')
      // As a page that asks its server first.
      requestIdleCallback(() => document.querySelector('#app')?.setHTMLUnsafe(html))
    }, shopPage)
    await badgesOf(page, 2)
    await page.evaluate(html => {
      history.pushState({}, '', '?story=1')
      document.querySelector('#app')?.setHTMLUnsafe(html)
    }, newsPage)
    await badgesOf(page, 0)
    await expectNoBadges(session, page, shirt())
  })

  it('lose their badges when shops are switched off, and the permission is given back', async () => {
    const page = await session.visit(shopPage)
    await badgesOf(page, 2)
    await switchShopsOff(session, page)
    await badgesOf(page, 0)
    await untilGranted(session, [])
  })

  it('leave badges and permission to a site that is switched on itself', async () => {
    const page = await session.visit(shopPage)
    await switchShopsOn(session, page)
    await switchOff(session, page)
    await switchOn(session, page)
    await switchShopsOff(session, page)
    await untilGranted(session, ['http://127.0.0.1/*'])
    await page.bringToFront()
    await badgesOf(page, 2)
  })
})

/** What the popup says about the page. */
async function wordsOf(session: Session, page: Page): Promise<string> {
  const popup = await openPopup(session, page)
  await popup.waitForSelector('.shop[data-shop]')
  const words = await popup.$eval('.shop', element => element.textContent)
  await popup.close()
  return words
}

/** Withdraws the choice for the page's site. */
async function forget(session: Session, page: Page): Promise<void> {
  const popup = await openPopup(session, page)
  await popup.locator('.forget').click()
  await popup.waitForSelector('.forget', { hidden: true })
  await popup.close()
}

async function untilGranted(session: Session, origins: string[]): Promise<void> {
  const own = await session.openOwnPage()
  await eventually(
    () => own.evaluate(async () => (await chrome.permissions.getAll()).origins),
    granted => granted?.join() === origins.join(),
  )
  await own.close()
}

async function badgesOf(page: Page, count: number): Promise<void> {
  await eventually(
    () => readBadges(page),
    badges => badges.length === count,
  )
}
