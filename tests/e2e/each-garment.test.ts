import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import messages from '../../public/_locales/en/messages.json' with { type: 'json' }
import { answerOf, choose } from '../../scripts/drive/context-menu.ts'
import { eventually } from '../../scripts/drive/eventually.ts'
import { press, readBadges, readOverlay } from '../../scripts/drive/overlay.ts'
import { untilShown } from '../../scripts/drive/teach.ts'
import { chooseWornHere, listedGarments, readMarks } from '../../scripts/drive/worn.ts'
import type { Settings } from '../../src/settings/schema.ts'
import { faultsOf } from '../helpers/browser/axe.ts'
import { overlayCopy } from '../helpers/browser/overlay-copy.ts'
import { areOnScene, boxOf, isApart, untilMarked } from '../helpers/browser/scene-marks.ts'
import { openBadgedSession, type Session } from '../helpers/browser/session.ts'
import { soon } from '../helpers/soon.ts'
import { picturePath } from '../shop/pictures.ts'
import { drawScene, scene, scenePath } from '../shop/scene.ts'

describe('a picture that shows several garments', () => {
  let session: Session
  let own: Page
  let variant = 40
  beforeAll(async () => {
    session = await openBadgedSession()
    own = await session.openOwnPage()
  })
  afterEach(() => badgeEach('main'))
  afterAll(() => session?.close())

  const picture = () => `<img src="${scenePath(variant++)}" alt="" style="width: 480px; height: 720px">`
  const badgeEach = (badgedGarments: Settings['badgedGarments']) =>
    own.evaluate(async badgedGarments => {
      const { settings } = await chrome.storage.local.get('settings')
      await chrome.storage.local.set({ settings: { ...(settings as object), badgedGarments } })
    }, badgedGarments)

  const untilBadged = (page: Page, count: number) =>
    eventually(
      async () => (await readMarks(page)).labels,
      labels => labels.length === count,
    )

  it('is searched from the card of an answer, which lists and marks what is found', async () => {
    const page = await session.visit(picture())
    await page.waitForFunction(() => document.images[0]?.complete)
    await choose(session, page, await page.$eval('img', image => image.src))
    await answerOf(page)
    await untilShown(page, '.also .act')
    await press(page, '.also .act')
    await soon(() => readOverlay(page, '.worn button')).toHaveLength(scene.items.length)
    await soon(() => readOverlay(page, '.also [role="status"]')).toEqual([messages.worn_title.message])
    await eventually(
      () => readMarks(page),
      ({ marks }) => marks.length === scene.items.length && marks.filter(({ isPointed }) => isPointed).length === 1,
    )
    // The first has the focus, and Escape closes the card.
    await page.keyboard.press('Escape')
    await eventually(
      () => readMarks(page),
      ({ marks }) => marks.length === 0,
    )
    await page.close()
  })

  it('is marked on a background, which the browser does not take for an image', async () => {
    const css = `width: 300px; height: 300px; background: url(${scenePath(variant++)}) 50% 50% / contain no-repeat`
    const page = await session.visit(`<div style="${css}"></div>`)
    await page.evaluate(src => Object.assign(new Image(), { src }).decode(), scenePath(variant - 1))
    const { x, y } = await boxOf(page, 'div')
    await page.mouse.move(x + 150, y + 150)
    await page.mouse.click(x + 150, y + 150, { button: 'right' })
    await chooseWornHere(session, page)
    await listedGarments(page)
    await untilMarked(page, areOnScene({ x: x + 50, y, width: 200, height: 300 }))
    await page.close()
  })

  it('has a badge for each if the user wants that, and a box for the one that is pointed at', async () => {
    const page = await session.visit(`${picture()}<img src="${picturePath('1f455', 620)}" alt="">`)
    await eventually(
      () => readBadges(page),
      badges => badges.length > 0,
    )
    expect((await readMarks(page)).labels).toEqual([])
    await badgeEach('each')
    await page.bringToFront()
    const labels = await untilBadged(page, scene.items.length)
    // The badge of the whole picture makes room, and the one beside it stays.
    const badges = await eventually(
      () => readBadges(page),
      badges => badges.length > 0 && badges.every(badge => labels.every(label => isApart(label, badge))),
    )
    expect(badges).toHaveLength(1)
    expect((await readMarks(page)).marks).toEqual([])

    const { x = 0, y = 0, width = 0, height = 0 } = labels[0] ?? {}
    await page.mouse.move(x + width / 2, y + height / 2)
    await eventually(
      () => readMarks(page),
      ({ marks }) => marks.length === 1,
    )
    const copy = await session.visit(await overlayCopy(page))
    expect(await faultsOf(copy)).toEqual([])
    await copy.close()

    await badgeEach('main')
    await page.bringToFront()
    await untilBadged(page, 0)
    await page.close()
  })

  it('has its badges only on the screen, and opens a list by the keyboard', async () => {
    await badgeEach('each')
    const page = await session.visit(`${picture()}<div style="height: 4000px"></div>`)
    await page.bringToFront()
    await untilBadged(page, scene.items.length)
    await page.evaluate(() => scrollBy(0, 3000))
    await untilBadged(page, 0)
    await page.evaluate(() => scrollTo(0, 0))
    await untilBadged(page, scene.items.length)
    await page.keyboard.press('Tab')
    await eventually(
      () => readMarks(page),
      ({ marks }) => marks.length === 1,
    )
    await page.keyboard.press('Enter')
    await untilShown(page, '.worn')
    await eventually(
      () => readMarks(page),
      ({ marks }) => marks.length > 1,
    )
    await page.keyboard.press('Escape')
    await soon(() => readOverlay(page, '.worn')).toEqual([])
    await eventually(
      () => readMarks(page),
      ({ marks }) => marks.length === 1,
    )
    await page.close()
  })

  it('has no more badges than it shows garments, whatever the setting', async () => {
    await badgeEach('each')
    const page = await session.visit(`<img src="${picturePath('1f455', 610)}" alt="">`)
    await eventually(
      () => readBadges(page),
      badges => badges.length === 1,
    )
    expect((await readMarks(page)).labels).toEqual([])
    await page.close()
  })

  it('is described by all of its garments where alternative texts are wanted', async () => {
    const set = (altTexts: boolean) =>
      own.evaluate(async altTexts => {
        const { settings } = await chrome.storage.local.get('settings')
        await chrome.storage.local.set({ settings: { ...(settings as object), altTexts } })
      }, altTexts)
    await set(true)
    const page = await session.visit(picture())
    await page.bringToFront()
    const alt = await eventually(
      () => page.$eval('img', image => image.alt),
      alt => alt.split(', ').length === scene.items.length,
    )
    expect(alt).toMatch(/^Jacket, /)
    await set(false)
    await page.close()
  })

  it('is listed with its boxes when it is uploaded', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'apparel-lens-'))
    const path = join(folder, 'scene.jpg')
    await writeFile(path, await drawScene(variant++))
    await own.bringToFront()
    const input = await own.waitForSelector('input[type="file"]')
    await input?.uploadFile(path)
    await soon(() => own.$$('.worn li')).toHaveLength(scene.items.length)
    await soon(() => own.$$('.worn-box')).toHaveLength(scene.items.length)
    await own.focus('.worn li:nth-child(2) button')
    await own.waitForSelector('.worn-box:nth-of-type(2)[data-on]')
    await soon(() => own.$$('.worn-box[data-on]')).toHaveLength(1)
    expect(await faultsOf(own)).toEqual([])
    await rm(folder, { recursive: true, force: true })
  })
})
