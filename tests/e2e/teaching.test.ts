import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askHost } from '../../scripts/drive/ask-host.ts'
import { eventually } from '../../scripts/drive/eventually.ts'
import { readBadges } from '../../scripts/drive/overlay.ts'
import { switchOn } from '../../scripts/drive/popup.ts'
import { teachHost } from '../../scripts/drive/teach-host.ts'
import { isAnswered } from '../../src/apparel/answer.ts'
import type { Taught } from '../../src/messages/host-port.ts'
import { readStore } from '../helpers/browser/read-store.ts'
import { openSession, type Session } from '../helpers/browser/session.ts'
import { skipAfterFailure } from '../helpers/skip-after-failure.ts'
import { soon } from '../helpers/soon.ts'
import { drawPicture, picturePath } from '../shop/pictures.ts'

const VARIANT = 950
const tee = picturePath('1f455', VARIANT)
const kimono = { ownName: 'Kimono' } as const

describe('what the user has said of a picture', () => {
  let profile: string
  let session: Session
  let own: Page
  /** Contains the picture, which no server need send. */
  let url: string
  beforeAll(async () => {
    profile = await mkdtemp(join(tmpdir(), 'apparel-lens-'))
    session = await openSession({ profile })
    await switchOn(session, await session.visit('<h1>Welcome</h1>'))
    own = await session.openOwnPage()
    url = `data:image/jpeg;base64,${Buffer.from(await drawPicture('1f455', VARIANT)).toString('base64')}`
  })
  afterAll(async () => {
    await session?.close()
    await rm(profile, { recursive: true, force: true, maxRetries: 10 })
  })

  // Each test continues where the previous one ended.
  skipAfterFailure()
  it('holds at once on all pages that show it and in the history, whatever its size', async () => {
    const pages = [await session.visit(`<img src="${tee}" alt="">`), await session.visit(`<img src="${tee}" alt="">`)]
    for (const page of pages) await untilBadgeIs(page, /^T-Shirt/)
    await eventually(
      () => tagsOf(own),
      tags => tags.some(({ garment }) => garment === 'T-Shirt'),
    )

    const { answer } = (await teachHost(own, { type: 'teach', source: { url }, said: kimono })) as Taught
    expect(answer.prediction).toMatchObject({ byUser: 'told', own: { name: 'Kimono', confidence: 1 } })
    for (const page of pages) await untilBadgeIs(page, /^Kimono/)
    await soon(() => tagsOf(own)).toMatchObject([{ byUser: 'told', ownName: 'Kimono', untold: { garment: 'T-Shirt' } }])
    expect(await answersTo(await resized(own, url, 120, 'image/jpeg'))).toMatchObject({ own: { name: 'Kimono' } })
    for (const page of pages) await page.close()
  })

  it('holds after the browser has started again', async () => {
    await session.close()
    session = await openSession({ profile })
    own = await session.openOwnPage()
    expect(await answersTo(url)).toMatchObject({ byUser: 'told', own: { name: 'Kimono' } })
  })

  it('is embedded again for another network, and holds meanwhile', async () => {
    await changeExamples(own, 'another network')
    await restartHost(own)
    expect(await answersTo(url)).toMatchObject({ byUser: 'told', own: { name: 'Kimono' } })
    await eventually(
      () => networksOf(own),
      networks => networks.every(name => name !== 'another network'),
    )
  })

  it('gives way to what the user says later, and comes back with undo', async () => {
    const said = { label: 'Jacket', kind: 'Coat' } as const
    const { lesson } = (await teachHost(own, { type: 'teach', source: { url }, said })) as Taught
    expect(await answersTo(url)).toMatchObject({ garment: 'Jacket', kind: { name: 'Coat' }, byUser: 'told' })
    const back = (await teachHost(own, { type: 'untell', lesson })) as Taught
    expect(back.answer.prediction).toMatchObject({ own: { name: 'Kimono' } })
    expect(await answersTo(url)).toMatchObject({ own: { name: 'Kimono' } })
    expect(await teachHost(own, { type: 'untell', lesson })).toMatchObject({ failure: 'not_learned' })
  })

  it('can be said of a tag, by its thumbnail', async () => {
    const [tag] = await tagsOf(own)
    const said = { label: 'none' } as const
    const { lesson } = (await teachHost(own, { type: 'teach', source: { tag: tag?.id ?? '' }, said })) as Taught
    expect(await answersTo(url)).toMatchObject({ verdict: 'none', byUser: 'told' })
    await teachHost(own, { type: 'untell', lesson })
    expect(await answersTo(url)).toMatchObject({ own: { name: 'Kimono' } })
  })

  it('is gone once it is erased: the answer and the tag are what they were', async () => {
    await own.goto(own.url().replace(/[^/]*\/[^/]*$/, 'options/index.html#taught'))
    await own.locator('#taught > .taught-acts .danger').click()
    await own.locator('dialog .danger').click()
    await own.waitForSelector('.ways li')
    await eventually(
      () => tagsOf(own),
      ([tag]) => tag?.garment === 'T-Shirt' && tag.byUser === undefined,
    )
    await soon(() => answersTo(url)).not.toHaveProperty('byUser')
    expect(await answersTo(url)).toMatchObject({ garment: 'T-Shirt' })
  })

  async function answersTo(url: string) {
    const [answer] = await askHost(own, [url])
    return answer && isAnswered(answer) ? answer.prediction : answer
  }
})

function untilBadgeIs(page: Page, text: RegExp) {
  return page.bringToFront().then(() =>
    eventually(
      () => readBadges(page),
      ([badge]) => badge !== undefined && text.test(badge.text),
    ),
  )
}

/** The picture in another size and format, as a `data:` URL. */
function resized(page: Page, url: string, side: number, type: string): Promise<string> {
  return page.evaluate(
    async (url, side, type) => {
      const canvas = document.createElement('canvas')
      Object.assign(canvas, { width: side, height: side })
      const context = canvas.getContext('2d')
      const picture = await createImageBitmap(await (await fetch(url)).blob())
      if (context) context.fillStyle = 'white'
      context?.fillRect(0, 0, side, side)
      context?.drawImage(picture, 0, 0, side, side)
      return canvas.toDataURL(type, 0.8)
    },
    url,
    side,
    type,
  )
}

interface SeenTag {
  id: string
  garment: string
  ownName?: string
  byUser?: string
  untold?: { garment: string }
}

function tagsOf(page: Page): Promise<SeenTag[]> {
  return readStore(page, 'history', 'tags')
}

async function networksOf(page: Page): Promise<string[]> {
  const examples = await readStore<{ network: string }>(page, 'teaching', 'examples')
  return examples.map(({ network }) => network)
}

/** Writes the examples as if another network had embedded them. */
function changeExamples(page: Page, network: string): Promise<void> {
  return page.evaluate(async network => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('teaching')
      opening.onsuccess = () => resolve(opening.result)
      opening.onerror = () => reject(opening.error)
    })
    const writing = database.transaction('examples', 'readwrite')
    const store = writing.objectStore('examples')
    const reading = store.getAll()
    reading.onsuccess = () => {
      for (const example of reading.result) store.put({ ...example, network })
    }
    await new Promise((resolve, reject) => {
      writing.oncomplete = resolve
      writing.onabort = reject
    })
    database.close()
  }, network)
}

/** Closes the host. The next request starts another. */
async function restartHost(page: Page): Promise<void> {
  const host = await page.browser().waitForTarget(target => target.url().includes('/inference/index.html'))
  const isGone = new Promise(resolve =>
    page.browser().on('targetdestroyed', gone => gone === host && resolve(undefined)),
  )
  void (await host.asPage()).evaluate(() => window.close()).catch(() => {})
  await isGone
}
