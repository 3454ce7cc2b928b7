import { afterAll, beforeAll, expect, it } from 'vitest'
import { killServiceWorker } from '../../scripts/drive/context-menu.ts'
import { eventually } from '../../scripts/drive/eventually.ts'
import { readBadges } from '../../scripts/drive/overlay.ts'
import { switchOn } from '../../scripts/drive/popup.ts'
import { openSession, type Session } from '../helpers/browser/session.ts'
import { untilStored } from '../helpers/browser/stored-tags.ts'
import { garmentCodes, garmentPictures, picturePath } from '../shop/pictures.ts'

let session: Session
beforeAll(async () => {
  session = await openSession()
})
afterAll(() => session?.close())

it('loses no picture when the browser kills the service worker while they are being read', async () => {
  await switchOn(session, await session.visit('<h1>Welcome</h1>'))
  const variants = [13, 14, 15, 16]
  const pictures = variants.flatMap(variant => garmentCodes.map(code => picturePath(code, variant)))
  // More than the host reads at once: some are being read when the worker dies, others are queued.
  const late = pictures.slice(-8)
  const page = await session.visit(shelf(pictures.slice(0, -8)))
  await eventually(
    () => readBadges(page),
    badges => badges.length === pictures.length - late.length,
  )
  await page.evaluate(
    html => document.body.insertAdjacentHTML('beforeend', html),
    shelf(late.map(path => `${path}?held-death`)),
  )
  await eventually(
    async () => late.filter(path => session.shop.fetches(path) > 0),
    asked => asked.length > 1,
  )
  await killServiceWorker(session)
  session.shop.release('death')
  const badges = await eventually(
    () => readBadges(page),
    badges => badges.length === pictures.length,
  )
  const expected = variants.flatMap(() => garmentCodes.map(code => garmentPictures[code]))
  expect(badges.map(badge => badge.garment)).toEqual(expected)
})

it('keeps the tags of a page that closes as soon as it has its badges', async () => {
  const pictures = garmentCodes.map(code => picturePath(code, 17))
  const page = await session.visit(shelf(pictures))
  await eventually(
    () => readBadges(page),
    badges => badges.length === pictures.length,
  )
  const address = page.url()
  await page.close()
  const own = await session.openOwnPage()
  const stored = await untilStored(own, address, pictures.length)
  expect(stored.map(({ imageUrl }) => imageUrl).sort()).toEqual(pictures.map(path => session.shop.origin + path).sort())
})

it('keeps the tags of answered pictures when a changed setting restarts the host', async () => {
  const pictures = garmentCodes.map(code => picturePath(code, 18))
  // While a picture is still loading, the host holds its tags back until it has nothing more urgent to do.
  const page = await session.visit(shelf([...pictures, `${picturePath('1f455', 19)}?held-restart`]))
  await eventually(
    () => readBadges(page),
    badges => badges.length >= pictures.length,
  )
  const own = await session.openOwnPage()
  await own.evaluate(async () => {
    const { settings } = await chrome.storage.local.get('settings')
    await chrome.storage.local.set({ settings: { ...(settings as object), backend: 'wasm' } })
  })
  const stored = await untilStored(own, page.url(), pictures.length)
  expect(stored.map(({ imageUrl }) => imageUrl).sort()).toEqual(pictures.map(path => session.shop.origin + path).sort())
  // Open requests go to the next host.
  session.shop.release('restart')
  await page.bringToFront()
  await eventually(
    () => readBadges(page),
    badges => badges.length === pictures.length + 1,
  )
})

const shelf = (paths: string[]) =>
  `<style>img { width: 90px; height: 90px }</style>${paths.map(path => `<img src="${path}" alt="">`).join('')}`
