import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerOf, choose } from '../../scripts/drive/context-menu.ts'
import { eventually } from '../../scripts/drive/eventually.ts'
import { overlaySelector } from '../../scripts/drive/in-overlay.ts'
import { readBadges } from '../../scripts/drive/overlay.ts'
import { openBadgedSession, type Session } from '../helpers/browser/session.ts'
import { soon } from '../helpers/soon.ts'
import { picturePath } from '../shop/pictures.ts'

describe('pages with the techniques of real shops', () => {
  let session: Session
  beforeAll(async () => {
    session = await openBadgedSession()
  })
  afterAll(() => session?.close())

  const shirt = picturePath('1f455', 19)
  const jeans = picturePath('1f456', 19)

  it('keeps working after the page returns from the bfcache', async () => {
    const page = await session.visit(`<img src="${shirt}" alt="">`)
    await eventually(
      () => readBadges(page),
      badges => badges.length === 1,
    )
    await page.evaluate(() => addEventListener('pageshow', event => document.body.append(String(event.persisted))))
    await page.goto(session.shop.page('<h1>Elsewhere</h1>'))
    await page.goBack()
    await page.waitForFunction(() => document.body.textContent.includes('true'))
    await page.evaluate(src => {
      const added = new Image()
      added.src = src
      document.body.append(added)
    }, jeans)
    await eventually(
      () => readBadges(page),
      badges => badges.length === 2,
    )
  })

  it('badges a picture that its server gives only to its own pages', async () => {
    const page = await session.visit(`<img src="${shirt.replace('picture', 'guarded')}" alt="">`)
    const badges = await eventually(
      () => readBadges(page),
      badges => badges.length === 1,
    )
    expect(badges[0]?.garment).toBe('T-Shirt')
  })

  it('keeps the badge on a picture that moves to another part of the page', async () => {
    const page = await session.visit(`<img src="${picturePath('1f455', 20)}" alt="">
      <div id="strip" style="width: 300px; height: 300px; overflow: hidden"><div style="height: 600px"></div></div>`)
    await eventually(
      () => readBadges(page),
      badges => badges.length === 1,
    )
    await page.evaluate(() => document.querySelector('#strip')?.append(document.images[0] as HTMLImageElement))
    await eventually(
      () => readBadges(page),
      badges => badges.length === 0,
    )
    await page.evaluate(() => document.querySelector('#strip')?.scrollTo(0, 600))
    const strip = await page.$eval('#strip', strip => strip.getBoundingClientRect().y)
    await eventually(
      () => readBadges(page),
      ([badge]) => badge !== undefined && badge.y > strip,
    )
  })

  it('keeps badges off a sticky header', async () => {
    const page = await session.visit(`<div style="position: fixed; inset: 0 0 auto; height: 150px; background: #fff">
      Menu</div><img src="${shirt}" alt=""><div style="height: 300px"></div>
      <img src="${jeans}" alt=""><div style="height: 2000px"></div>`)
    await eventually(
      () => readBadges(page),
      badges => badges.length === 2 && badges.every(({ y }) => y >= 150),
    )
    // Too little of the first picture is in sight below a higher header.
    await page.$eval('div', header => header.style.setProperty('height', '210px'))
    await soon(async () => (await readBadges(page)).map(({ garment }) => garment)).toEqual(['Trouser'])
  })

  it('shows an answer above the dialog that contains its picture', async () => {
    const page = await session.visit(`<dialog><img src="${shirt}" alt=""></dialog>`)
    await page.$eval('dialog', dialog => dialog.showModal())
    await choose(session, page, session.shop.origin + shirt)
    expect(await answerOf(page)).toMatch(/^T-Shirt \d+%/)
    await page.waitForSelector(`:is(${overlaySelector}):popover-open`)
  })

  it('keeps the badge above a picture in full screen', async () => {
    const page = await session.visit(`<img src="${shirt}" alt="">`)
    await eventually(
      () => readBadges(page),
      badges => badges.length === 1,
    )
    await page.$eval('img', image => image.requestFullscreen())
    await page.waitForSelector(`:is(${overlaySelector}):popover-open`)
    await page.evaluate(() => document.exitFullscreen())
    await page.close()
  })

  it('removes its badges when the browser revokes the permission', async () => {
    const page = await session.visit(`<img src="${shirt}" alt="">`)
    await eventually(
      () => readBadges(page),
      badges => badges.length === 1,
    )
    const own = await session.openOwnPage()
    await own.evaluate(async () => {
      const { origins = [] } = await chrome.permissions.getAll()
      await chrome.permissions.remove({ origins })
    })
    await page.bringToFront()
    await eventually(
      () => page.$(overlaySelector),
      overlay => overlay === null,
    )
  })
})
