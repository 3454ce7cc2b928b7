import type { Page } from 'puppeteer'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askHost } from '../../scripts/drive/ask-host.ts'
import { eventually } from '../../scripts/drive/eventually.ts'
import { findGarments } from '../../scripts/drive/find-garments.ts'
import type { PictureGarments } from '../../src/garments/picture-garments.ts'
import type { TagMetadata } from '../../src/history/tag.ts'
import { openSession, type Session } from '../helpers/browser/session.ts'
import { soon } from '../helpers/soon.ts'
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

/** The stored tags of a page, with the sizes of their thumbnails. */
function tagsWithParts(page: Page, pageUrl: string) {
  return page.evaluate(async pageUrl => {
    const opening = indexedDB.open('history')
    await new Promise((resolve, reject) => Object.assign(opening, { onsuccess: resolve, onerror: reject }))
    const transaction = opening.result.transaction(['tags', 'thumbnails'])
    const [tags, files] = ['tags', 'thumbnails'].map(name => transaction.objectStore(name).getAll())
    await new Promise((resolve, reject) => Object.assign(transaction, { oncomplete: resolve, onabort: reject }))
    opening.result.close()
    const all = (tags?.result ?? []) as TagMetadata[]
    const some = all.map((tag, i) => ({ ...tag, file: files?.result[i] as Uint8Array<ArrayBuffer> }))
    return Promise.all(
      some
        .filter(tag => tag.pageUrl === pageUrl)
        .map(async ({ garment, pageTitle, part, file }) => {
          const { width, height } = await createImageBitmap(new Blob([file]))
          return { garment, pageTitle, part, width, height }
        }),
    )
  }, pageUrl)
}

describe('the garments in a picture', () => {
  let session: Session
  let own: Page
  beforeAll(async () => {
    session = await openSession()
    own = await session.openOwnPage()
  })
  afterAll(() => session?.close())

  it('need nothing that is loaded before somebody asks for them', async () => {
    await askHost(own, [await scene('1f455', '1f456', 39)])
    const countOf = async (name: string) =>
      session.browser.targets().filter(target => target.url().includes(name)).length
    await soon(() => countOf('reader-worker')).toBe(1)
    expect(await countOf('finder-worker')).toBe(0)
    await findGarments(own, await scene('1f455', '1f456', 38))
    await soon(() => countOf('finder-worker')).toBe(1)
  })

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

  it('have the time of no network when they are asked for again', async () => {
    const url = await scene('1f9e5', '1f45f', 41)
    const first = (await findGarments(own, url)) as PictureGarments
    expect(first.milliseconds).toBeGreaterThan(0)
    expect(await findGarments(own, url)).toEqual({ ...first, milliseconds: 0 })
  })

  it('become tags with their own pictures if they are to be kept, once for each', async () => {
    const url = await scene('1f9e5', '1f45f', 42)
    const provenance = { pageUrl: `${session.shop.origin}/kept`, pageTitle: 'Kept', imageUrl: '', by: 'asked' } as const
    await findGarments(own, url)
    for (let i = 0; i < 2; i++) await findGarments(own, url, { priority: 'asked', provenance, keep: true })
    const tags = await eventually(
      () => tagsWithParts(own, provenance.pageUrl),
      ({ length }) => length >= 2,
    )
    // Everything that waited is stored, so that a tag too many would show.
    await findGarments(own, url, { priority: 'asked', provenance: { ...provenance, pageTitle: 'Last' }, keep: true })
    const last = await eventually(
      () => tagsWithParts(own, provenance.pageUrl),
      tags => tags.every(({ pageTitle }) => pageTitle === 'Last'),
    )
    for (const all of [tags, last]) {
      expect(all.map(({ garment }) => garment).sort()).toEqual(['Jacket', 'Shoes'])
      expect(new Set(all.map(({ part }) => part?.of)).size).toBe(1)
    }
    // The picture is twice as wide as high; the jacket's part is higher than wide.
    const jacket = last.find(({ garment }) => garment === 'Jacket')
    expect(jacket?.height).toBeGreaterThan(jacket?.width ?? Number.POSITIVE_INFINITY)
  })

  it('fail as an answer does', async () => {
    expect(await findGarments(own, 'data:image/png,nothing')).toMatchObject({ failure: 'not_a_picture' })
  })
})
