import type { Page } from 'puppeteer'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findGarments } from '../../scripts/drive/find-garments.ts'
import type { PictureGarments } from '../../src/garments/picture-garments.ts'
import { openSession, type Session } from '../helpers/browser/session.ts'
import { drawPicture, type garmentPictures } from '../shop/pictures.ts'

/** Two things side by side, as a `data:` URL. */
async function scene(left: keyof typeof garmentPictures, right: keyof typeof garmentPictures, variant: number) {
  const [one, other] = await Promise.all([drawPicture(left, variant), drawPicture(right, variant)])
  const { width = 0 } = await sharp(one).metadata()
  const file = await sharp(one)
    .extend({ right: width, background: '#fff' })
    .composite([{ input: Buffer.from(other), left: width, top: 0 }])
    .jpeg()
    .toBuffer()
  return `data:image/jpeg;base64,${file.toString('base64')}`
}

describe('the garments in a picture', () => {
  let session: Session
  let own: Page
  beforeAll(async () => {
    session = await openSession()
    own = await session.openOwnPage()
  })
  afterAll(() => session?.close())

  it('are found in reading order, each with its place and its kind where that is sure', async () => {
    const { garments } = (await findGarments(own, await scene('1f9e5', '1f45f', 40))) as PictureGarments
    expect(garments).toMatchObject([{ garment: 'Jacket' }, { garment: 'Shoes', kind: 'Sneaker' }])
    const [jacket, shoes] = garments
    expect(jacket?.box.right).toBeLessThan(0.5)
    expect(shoes?.box.left).toBeGreaterThan(0.5)
  })

  it('are the same in pixels that a client has drawn', async () => {
    const url = await scene('1f9e5', '1f45f', 40)
    const { garments } = (await findGarments(own, url)) as PictureGarments
    const drawn = (await findGarments(own, url, { priority: 'asked' }, true)) as PictureGarments
    expect(drawn.garments).toEqual(garments)
  })

  it('fail as an answer does', async () => {
    expect(await findGarments(own, 'data:image/png,nothing')).toMatchObject({ failure: 'not_a_picture' })
  })
})
