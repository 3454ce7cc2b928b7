import { afterAll, beforeAll, expect, it } from 'vitest'
import { eventually } from '../../scripts/drive/eventually.ts'
import { readBadges } from '../../scripts/drive/overlay.ts'
import { switchOn } from '../../scripts/drive/popup.ts'
import { killServiceWorker } from '../helpers/browser/ask.ts'
import { openSession, type Session } from '../helpers/browser/session.ts'
import { garmentCodes, garmentPictures, picturePath } from '../shop/pictures.ts'

let session: Session
beforeAll(async () => {
  session = await openSession()
})
afterAll(() => session?.close())

it('loses no picture when the browser kills the service worker in the middle of them', async () => {
  await switchOn(session, await session.visit('<h1>Welcome</h1>'))
  const variants = [13, 14, 15, 16]
  const pictures = variants.flatMap(variant => garmentCodes.map(code => picturePath(code, variant)))
  // More than are read at once: some are being read when it dies, others wait.
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
  expect(badges.map(badge => badge.garment).sort()).toEqual(expected.sort())
})

it('keeps the tags of a page that goes as soon as it has its badges', async () => {
  const pictures = garmentCodes.map(code => picturePath(code, 17))
  const page = await session.visit(shelf(pictures))
  await eventually(
    () => readBadges(page),
    badges => badges.length === pictures.length,
  )
  const address = page.url()
  await page.close()
  const own = await session.openOwnPage()
  const kept = await eventually(
    () => own.evaluate(picturesKeptFrom, address),
    kept => kept.length >= pictures.length,
  )
  expect(kept.sort()).toEqual(pictures.map(path => session.shop.origin + path).sort())
})

it('keeps the tags of what is answered when another setting starts the host anew', async () => {
  const pictures = garmentCodes.map(code => picturePath(code, 18))
  // While one is to come, tags wait for a moment in which there is nothing more urgent to do.
  const page = await session.visit(shelf([...pictures, `${picturePath('1f455', 19)}?held-restart`]))
  await eventually(
    () => readBadges(page),
    badges => badges.length === pictures.length,
  )
  const own = await session.openOwnPage()
  await own.evaluate(async () => {
    const { settings } = await chrome.storage.local.get('settings')
    await chrome.storage.local.set({ settings: { ...(settings as object), backend: 'wasm' } })
  })
  const kept = await eventually(
    () => own.evaluate(picturesKeptFrom, page.url()),
    kept => kept.length >= pictures.length,
  )
  expect(kept.sort()).toEqual(pictures.map(path => session.shop.origin + path).sort())
  // Whoever waits asks the next host.
  session.shop.release('restart')
  await page.bringToFront()
  await eventually(
    () => readBadges(page),
    badges => badges.length === pictures.length + 1,
  )
})

const shelf = (paths: string[]) =>
  `<style>img { width: 90px; height: 90px }</style>${paths.map(path => `<img src="${path}" alt="">`).join('')}`

/** Addresses of the pictures that the history has from a page. Runs in a page of the extension. */
async function picturesKeptFrom(address: string): Promise<string[]> {
  const database = await new Promise<IDBDatabase>(resolve => {
    const opening = indexedDB.open('history')
    opening.onsuccess = () => resolve(opening.result)
  })
  const reading = database.transaction('tags').objectStore('tags').getAll()
  const tags = await new Promise<{ pageUrl: string; imageUrl: string }[]>(resolve => {
    reading.onsuccess = () => resolve(reading.result)
  })
  database.close()
  return tags.filter(({ pageUrl }) => pageUrl === address).map(({ imageUrl }) => imageUrl)
}
