import { afterAll, beforeAll, expect, it } from 'vitest'
import { eventually } from '../../scripts/drive/eventually.ts'
import { readBadges } from '../../scripts/drive/overlay.ts'
import { switchOn } from '../../scripts/drive/popup.ts'
import { garmentCodes, garmentPictures, picturePath } from '../shop/pictures.ts'
import { killServiceWorker } from './ask.ts'
import { openSession, type Session } from './session.ts'

let session: Session
beforeAll(async () => {
  session = await openSession()
})
afterAll(() => session?.close())

it('loses no picture when the browser kills the service worker in the middle of them', async () => {
  await switchOn(session, await session.visit('<h1>Welcome</h1>'))
  const variants = [13, 14, 15, 16]
  const pictures = variants.flatMap(variant => garmentCodes.map(code => picturePath(code, variant)))
  const style = '<style>img { width: 90px; height: 90px }</style>'
  const page = await session.visit(style + pictures.map(src => `<img src="${src}" alt="">`).join(''))
  await eventually(
    () => readBadges(page),
    badges => badges.length > 0,
  )
  await killServiceWorker(session)
  const seenAtDeath = (await readBadges(page)).length
  expect(seenAtDeath).toBeLessThan(pictures.length)

  const badges = await eventually(
    () => readBadges(page),
    badges => badges.length === pictures.length,
  )
  const expected = variants.flatMap(() => garmentCodes.map(code => garmentPictures[code]))
  expect(badges.map(badge => badge.garment).sort()).toEqual(expected.sort())
})

it('keeps the tags of a page that goes as soon as it has its badges', async () => {
  const pictures = garmentCodes.map(code => picturePath(code, 17))
  const page = await session.visit(pictures.map(src => `<img src="${src}" alt="" style="width: 90px">`).join(''))
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
