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
