import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBadgedSession, type Session } from '../helpers/browser/session.ts'
import { untilStored } from '../helpers/browser/stored-tags.ts'
import { picturePath } from '../shop/pictures.ts'

let session: Session
beforeAll(async () => {
  session = await openBadgedSession()
})
afterAll(() => session?.close())

it('keeps no password, token or signature of a page or its pictures', async () => {
  const path = picturePath('1f455', 970)
  const host = new URL(session.shop.origin).host
  const src = `http://lena:secret-1@${host}${path}?w=400&X-Amz-Signature=secret-2`
  // Pages may load no picture with a password in its address, but servers redirect to one, and pages name it.
  const page = session.shop.page(`<title>See ${src}</title><img src="${path}?w=400&token=secret-3">`)
  const tab = await session.newPage()
  await tab.goto(`${page}?size=M&session=secret-4#access_token=secret-5`)
  const own = await session.openOwnPage()
  await tab.bringToFront()
  const [tag] = await untilStored(own, `${page}?size=M`, 1)
  expect(tag?.imageUrl).toBe(`${session.shop.origin}${path}?w=400`)
  expect(JSON.stringify(await own.evaluate(() => chrome.storage.local.get(null)))).not.toContain('secret')
})
