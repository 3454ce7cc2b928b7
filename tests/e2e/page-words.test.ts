import type { Page } from 'puppeteer'
import { afterAll, beforeAll, expect, it } from 'vitest'
import messages from '../../public/_locales/en/messages.json' with { type: 'json' }
import japanese from '../../public/_locales/ja/messages.json' with { type: 'json' }
import { answerOf, choose } from '../../scripts/drive/context-menu.ts'
import { eventually } from '../../scripts/drive/eventually.ts'
import { readBadges } from '../../scripts/drive/overlay.ts'
import { NONE } from '../../src/apparel/classes.ts'
import { openBadgedSession, type Session } from '../helpers/browser/session.ts'
import { untilStored } from '../helpers/browser/stored-tags.ts'
import {
  answersOn,
  findSurePicture,
  findUnsurePictures,
  type UnsurePicture,
} from '../helpers/browser/unsure-pictures.ts'
import { otherCodes, picturePath } from '../shop/pictures.ts'

let session: Session
let unsure: UnsurePicture[]
let first: UnsurePicture
beforeAll(async () => {
  session = await openBadgedSession()
  unsure = await findUnsurePictures(session, 3)
  first = unsure[0] as UnsurePicture
})
afterAll(() => session?.close())

const badgeCount = (page: Page, count: number) =>
  eventually(
    () => readBadges(page),
    badges => badges.length === count,
  )

it('gives unsure pictures the badge that their names call for, and says that the words helped', async () => {
  const page = await session.visit(unsure.map(({ path, garment }) => `<img src="${path}" alt="${garment}">`).join(''))
  await page.setViewport({ width: 1280, height: 4000 })
  const badges = await badgeCount(page, unsure.length)
  expect(badges.map(({ garment }) => garment)).toEqual(unsure.map(({ garment }) => garment))
  const [badge] = badges
  if (!badge) throw new Error('There is no badge.')
  await page.mouse.move(badge.x + badge.width / 2, badge.y + badge.height / 2)
  await eventually(
    () => readBadges(page),
    ([open]) => open?.text.includes(messages.badge_words.message) === true,
  )
  await page.close()
})

it('finds the name wherever shops put it', async () => {
  const { path, garment } = first
  const places = [
    `<img src="${path}?1" alt="Blue ${garment}">`,
    `<img src="${path}?2" aria-label="Blue ${garment}">`,
    `<img src="${path}?3" title="Blue ${garment}">`,
    `<figure><img src="${path}?4"><figcaption>Blue ${garment}</figcaption></figure>`,
    `<section><a href="/p/7"><img src="${path}?5" alt=""></a><h3>Blue ${garment}</h3><p>€ 20.00</p></section>`,
    `<section><div><img src="${path}?6"></div><div><span>Blue ${garment}</span> <b>€ 20.00</b></div></section>`,
    `<p><a href="/p/7" title="Blue ${garment}"><img src="${path}?7"></a></p>`,
    `<p><a href="/p/blue-${garment.toLowerCase()}-7"><img src="${path}?8"></a></p>`,
  ]
  const answers = await answersOn(session, places.map(html => `<div>${html}</div>`).join(''))
  expect(answers.map(({ worded }) => worded?.garment)).toEqual(places.map(() => garment))
})

it('finds the name of a picture in JSON-LD, and reads the language that the page declares', async () => {
  const { path, garment } = first
  const japaneseName = japanese[`class_${garment.replace('-', '_')}` as 'class_Hat'].message
  const product = { '@type': 'Product', name: `Blue ${garment}`, image: [`${path}?large`] }
  const [described, foreign] = await answersOn(
    session,
    `<script type="application/ld+json">{"@graph": [${JSON.stringify(product)}]}</script>
    <div><img src="${path}?small"></div><div lang="ja"><img src="${path}?ja" alt="白い${japaneseName}"></div>`,
  )
  expect(described?.worded?.garment).toBe(garment)
  expect(foreign?.worded?.garment).toBe(garment)
})

it('leaves cards without a word for a garment as they are', async () => {
  const { path } = first
  const answers = await answersOn(
    session,
    ['Larch & Loom', 'Watch the video', 'Meadow no. 5', '']
      .map(name => `<div><img src="${path}?${name.length}" alt="${name}"></div>`)
      .join(''),
  )
  expect(answers.map(({ worded }) => worded)).toEqual([undefined, undefined, undefined, undefined])
})

it('cannot be talked out of a sure answer, nor into a badge where the picture shows none of the ten', async () => {
  const tee = await findSurePicture(session, 'garment', ['1f455'])
  const other = await findSurePicture(session, 'none', otherCodes)
  const page = await session.visit(
    `<div><img src="${tee}" alt="Leather wallet"></div><div><img src="${other}" alt="Leather wallet"></div>`,
  )
  const badges = await badgeCount(page, 1)
  expect(badges.map(({ garment }) => garment)).toEqual(['T-Shirt'])
  await page.close()
  const answers = await answersOn(
    session,
    `<div><img src="${tee}?2" alt="Leather wallet"></div><div><img src="${other}?2" alt="Leather wallet"></div>`,
  )
  expect(answers.map(({ worded }) => worded)).toEqual([undefined, undefined])
})

it('takes a small picture in a row of its like for an icon', async () => {
  const { path } = first
  const item = (name: string, i: number) =>
    `<li><img src="${path}?${i}" style="width: 64px; height: 64px"><p>${name}</p></li>`
  const [icon] = await answersOn(
    session,
    `<ul>${['Made to last', 'Since 1921', 'From our valley'].map(item).join('')}</ul>`,
  )
  const none = (probabilities: number[] = []) => probabilities[NONE] ?? 0
  expect(none(icon?.worded?.probabilities)).toBeGreaterThan(none(icon?.prediction.probabilities))
  const [product] = await answersOn(session, `<ul>${['A € 9.90', 'B € 8.90', 'C € 7.90'].map(item).join('')}</ul>`)
  expect(product?.worded).toBeUndefined()
})

it('goes by the picture alone after a right click', async () => {
  const { path, garment } = first
  const page = await session.visit(`<img src="${path}?9" alt="${garment}">`)
  await badgeCount(page, 1)
  await choose(session, page, new URL(`${path}?9`, session.shop.origin).href)
  expect(await answerOf(page)).not.toMatch(new RegExp(`^${garment} \\d+%`))
  await page.close()
})

it('keeps the picture’s own probabilities in the history', async () => {
  const { path, garment } = first
  const page = await session.visit(`<img src="${path}?10" alt="${garment}">`)
  await badgeCount(page, 1)
  const own = await session.openOwnPage()
  const [tag] = await untilStored(own, page.url(), 1)
  const [answer] = await answersOn(session, `<img src="${path}?10">`)
  expect(tag).toMatchObject({ garment, confidence: answer?.prediction.confidence })
  await own.close()
  await page.close()
})

it('takes the badges back as soon as the switch in the settings is off', async () => {
  const { path, garment } = first
  const page = await session.visit(
    `<img src="${path}?11" alt="${garment}"><img src="${picturePath('1f455', 301)}" alt="">`,
  )
  await badgeCount(page, 2)
  await setPageWords(false)
  await page.bringToFront()
  await badgeCount(page, 1)
  await setPageWords(true)
  await page.bringToFront()
  await badgeCount(page, 2)
  await page.close()
})

/** Stores the setting as the options page does. */
async function setPageWords(pageWords: boolean): Promise<void> {
  const own = await session.openOwnPage()
  await own.evaluate(async pageWords => {
    const { settings } = await chrome.storage.local.get('settings')
    await chrome.storage.local.set({ settings: { ...(settings as object), pageWords } })
  }, pageWords)
  await own.close()
}
