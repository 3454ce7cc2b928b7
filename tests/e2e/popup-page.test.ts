import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import messages from '../../public/_locales/en/messages.json' with { type: 'json' }
import { consent } from '../../scripts/drive/consent.ts'
import { eventually } from '../../scripts/drive/eventually.ts'
import { readBadges } from '../../scripts/drive/overlay.ts'
import { openPopup } from '../../scripts/drive/popup.ts'
import { openBadgedSession, openSession, type Session } from '../helpers/browser/session.ts'
import { soon } from '../helpers/soon.ts'
import { picturePath } from '../shop/pictures.ts'

const img = (src: string, css = '') => `<img src="${src}" style="${css}" alt="">`

describe('the popup over a page with badges', () => {
  let session: Session
  beforeAll(async () => {
    session = await openBadgedSession()
  })
  afterAll(() => session?.close())

  it('counts the outcomes of all pictures, also in frames, and keeps the counts current', async () => {
    const inFrame = session.shop.page(img(picturePath('1f45f', 50)))
    const page = await session.visit(`${img(picturePath('1f455', 50))}${img(picturePath('1f408', 50))}
      ${img(picturePath('1f455', 50), 'width: 20px; height: 20px')}
      <div style="width: 200px; height: 200px; background: url(/bad/corrupt)"></div>
      <iframe src="${inFrame}" style="width: 300px; height: 300px"></iframe>`)
    const popup = await openPopup(session, page)
    await untilLineIs(popup, garmentsIn(2, 4), unread(1))
    await soon(() => figuresIn(popup)).toEqual({
      [messages.page_garments.message]: '2',
      [messages.page_others.message]: '1',
      [messages.unread_not_a_picture.message]: '1',
      [messages.left_out_small.message]: '1',
    })
    expect(await popup.$('.barred-hosts')).toBeNull()
    await page.evaluate(
      src => document.body.prepend(Object.assign(new Image(), { src, style: 'width: 60px; height: 60px' })),
      picturePath('1f9e5', 50),
    )
    await untilLineIs(popup, garmentsIn(3, 5), unread(1))
    await popup.close()
  })

  it('asks for a host that the switch left out, and reads its pictures without a reload', async () => {
    const host = session.shop.host('images.cdn')
    const page = await session.visit(
      [img(picturePath('1f455', 51)), ...[52, 53].map(variant => img(host + picturePath('1f456', variant)))].join(''),
    )
    await badgesOf(page, 1)
    await consent(session.browser, session.extensionId, ['http://images.cdn.localhost/*'])
    const popup = await openPopup(session, page)
    await untilLineIs(popup, garmentsIn(1, 3), unread(2))
    await soon(() => popup.$$eval('.barred-hosts p', all => all.map(({ textContent }) => textContent))).toEqual([
      messages.barred_host.message.replace('$1', 'images.cdn.localhost').replace('$2', '2'),
    ])
    await popup.locator('.barred-hosts button').click()
    await popup.waitForSelector('.barred-hosts', { hidden: true })
    await untilLineIs(popup, garmentsIn(3, 3))
    await popup.close()
    await badgesOf(page, 3)
  })

  it('shows no counts for a page without badges', async () => {
    const page = await session.visit(img(picturePath('1f455', 54)), session.shop.elsewhere)
    const popup = await openPopup(session, page)
    await popup.waitForSelector('#site-switch[aria-checked="false"]')
    await popup.waitForSelector('.shop[data-shop]')
    expect(await popup.$('.page-words')).toBeNull()
    await popup.close()
  })
})

describe('the switch of a site', () => {
  let session: Session
  beforeAll(async () => {
    session = await openSession()
  })
  afterAll(() => session?.close())

  it('asks for the hosts of all kinds of pictures, but not for those of icons and counters', async () => {
    const hosts = ['shown', 'chosen', 'later', 'painted', 'poster']
    const urls = Object.fromEntries(hosts.map(name => [name, session.shop.host(name) + picturePath('1f455', 55)]))
    const icon = session.shop.host('icons') + picturePath('1f455', 56)
    const page = await session.visit(`${img(urls.shown ?? '')}
      <img srcset="${urls.chosen} 1x, ${urls.chosen}?2 2x" alt="">
      <div style="height: 9000px"></div>
      <picture><source srcset="${urls.later} 800w"><img loading="lazy" alt=""></picture>
      <div style="width: 200px; height: 200px; background: linear-gradient(#0000, #0003), url(${urls.painted})"></div>
      <video poster="${urls.poster}"></video>
      <div style="width: 24px; height: 24px; background: url(${icon})"></div>
      <img src="${session.shop.host('counter')}/bad/missing" alt="">`)
    await page.waitForFunction(() => document.images[0]?.complete && document.images[3]?.complete)
    // A permission prompt for any other host would stay open forever.
    const patterns = ['127.0.0.1', ...hosts.map(name => `${name}.localhost`)].map(host => `http://${host}/*`)
    await consent(session.browser, session.extensionId, patterns)
    const popup = await openPopup(session, page)
    await popup.locator('#site-switch[aria-checked="false"]').click()
    await popup.waitForSelector('#site-switch[aria-checked="true"]')
    const granted = await popup.evaluate(async () => (await chrome.permissions.getAll()).origins)
    expect(granted?.sort()).toEqual(patterns.sort())
  })
})

const garmentsIn = (garments: number, all: number) =>
  messages.page_garments_in.message.replace('$1', String(garments)).replace('$2', String(all))
const unread = (pictures: number) => messages.page_unread.message.replace('$1', String(pictures))

async function untilLineIs(popup: Page, ...parts: string[]): Promise<void> {
  await eventually(
    () => popup.$$eval('.page-words summary', ([summary]) => summary?.textContent),
    line => line === parts.join(' · '),
  )
}

/** The expanded line's content: a count for each reason. */
async function figuresIn(popup: Page): Promise<Record<string, string>> {
  const rows = await popup.$$eval('.page-words dl > div', rows =>
    rows.map(row => [row.querySelector('dt')?.textContent, row.querySelector('dd')?.textContent]),
  )
  return Object.fromEntries(rows)
}

async function badgesOf(page: Page, count: number): Promise<void> {
  await eventually(
    () => readBadges(page),
    badges => badges.length === count,
  )
}
