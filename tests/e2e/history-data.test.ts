import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer'
import { afterEach, expect, it } from 'vitest'
import messages from '../../public/_locales/en/messages.json' with { type: 'json' }
import { eventually } from '../../scripts/drive/eventually.ts'
import { readBadges } from '../../scripts/drive/overlay.ts'
import { popupUrl, switchOn } from '../../scripts/drive/popup.ts'
import { undoOnce } from '../helpers/browser/history-page.ts'
import { openSession, type Session } from '../helpers/browser/session.ts'
import { startWithVersion1 } from '../helpers/browser/start-with-version-1.ts'
import { writeTags } from '../helpers/browser/write-tags.ts'
import { oldTags } from '../helpers/old-history.ts'
import { soon } from '../helpers/soon.ts'
import { picturePath } from '../shop/pictures.ts'

let session: Session | undefined
afterEach(() => session?.close())

it('opens a history that the first version wrote, deletes a tag and restores it', async () => {
  session = await openSession()
  await startWithVersion1(session)
  const page = await session.newPage()
  await page.goto(popupUrl(session.extensionId))
  const tiles = await tilesOf(page, 3)
  expect(tiles[0]).toContain('Shoes')
  expect(tiles[2]).toContain(oldTags[0]?.pageTitle)
  await page.waitForFunction(() => [...document.querySelectorAll('img')].every(image => image.naturalWidth > 0))
  await page.locator('.tags .bin').click()
  await undoOnce(page, () => tilesOf(page, 2))
  expect(await tilesOf(page, 3)).toEqual(tiles)
})

it('keeps as many tags as the user wants, and all that the user asked for', async () => {
  session = await openSession()
  const page = await session.openOwnPage()
  await page.waitForSelector('.empty')
  await page.evaluate(writeTags, 130, 10)
  await page.evaluate(() => chrome.storage.local.set({ settings: { version: 3, retention: 100 } }))
  const left = await eventually(
    () => page.evaluate(readTimes),
    times => times.length <= 100,
  )
  // A user asked for every tenth. The oldest of the others were deleted.
  expect(left).toHaveLength(100)
  expect(left.slice(0, 6)).toEqual([0, 10, 20, 30, 34, 35].map(i => 1_700_000_000_000 + i))
})

it('says that the disk is full, and keeps the existing tags', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'apparel-lens-'))
  try {
    session = await openSession({ profile })
    await startWithVersion1(session)
    // Opening it writes its counts.
    await tilesOf(await session.openOwnPage(), 3)
    await session.close()

    // Restart, because the browser caches the free space for half a minute after a write.
    session = await openSession({ profile })
    const popup = await session.openOwnPage()
    const tiles = await tilesOf(popup, 3)
    const debug = await popup.createCDPSession()
    const origin = `chrome-extension://${session.extensionId}`
    await debug.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1000 })
    const shop = await session.visit(`<img src="${picturePath('1f455', 21)}">`)
    await switchOn(session, shop)
    await untilBadged(shop)
    await popup.bringToFront()
    await popup.waitForSelector('.trouble')
    await popup.reload()
    await popup.waitForSelector('.trouble')
    await soon(() => popup.$eval('.trouble', node => node.textContent)).toBe(messages.history_full.message)
    expect(await tilesOf(popup, 3)).toEqual(tiles)

    await debug.send('Storage.overrideQuotaForOrigin', { origin })
    await untilBadged(await session.visit(`<img src="${picturePath('1f45f', 21)}">`))
    await popup.bringToFront()
    await tilesOf(popup, 4)
    await popup.waitForSelector('.trouble', { hidden: true })
  } finally {
    await session?.close()
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
})

it('answers with the embedding when asked to, and stores the same one', async () => {
  session = await openSession()
  const shop = await session.visit(`<img src="${picturePath('1f455', 23)}">`)
  await switchOn(session, shop)
  await untilBadged(shop)
  const page = await session.openOwnPage()
  const url = new URL(picturePath('1f455', 23), shop.url()).href
  const [withIt, without] = await page.evaluate(askForEmbedding, url)
  expect(withIt).toHaveLength(1280)
  expect(Math.max(...(withIt ?? []))).toBe(127)
  expect(without ?? null).toBeNull()
  // Badges come first: the host writes tags once no picture is waiting.
  const kept = await eventually(
    () => page.evaluate(readEmbeddings),
    embeddings => embeddings.length > 0,
  )
  expect(kept).toEqual([withIt])
})

function untilBadged(page: Page): Promise<unknown> {
  return eventually(
    () => readBadges(page),
    badges => badges.length === 1,
  )
}

/** The accessible name of each tag, once `count` tags are listed. */
function tilesOf(popup: Page, count: number): Promise<string[]> {
  return eventually(
    () => popup.$$eval('.tags .tile', tiles => tiles.map(tile => tile.ariaLabel ?? '')),
    tiles => tiles.length === count,
  )
}

/** The embeddings of two answers, the first with and the second without one. Runs in a page of the extension. */
async function askForEmbedding(url: string): Promise<(number[] | undefined)[]> {
  await chrome.runtime.sendMessage({ to: 'background', type: 'wake-host' })
  const port = chrome.runtime.connect({ name: 'inference' })
  const found: (number[] | undefined)[] = []
  for (const withEmbedding of [true, false])
    found.push(
      await new Promise(resolve => {
        port.onMessage.addListener(({ id, answer }: { id?: number; answer?: { embedding?: Int8Array } }) => {
          if (id === Number(withEmbedding)) resolve(answer?.embedding && [...answer.embedding])
        })
        const source = { url }
        port.postMessage({ type: 'classify', id: Number(withEmbedding), source, priority: 'asked', withEmbedding })
      }),
    )
  port.disconnect()
  return found
}

/** Runs in a page of the extension. */
async function readEmbeddings(): Promise<number[][]> {
  const database = await new Promise<IDBDatabase>(resolve => {
    const opening = indexedDB.open('history')
    opening.onsuccess = () => resolve(opening.result)
  })
  const reading = database.transaction('embeddings').objectStore('embeddings').getAll()
  const embeddings = await new Promise<Int8Array[]>(resolve => {
    reading.onsuccess = () => resolve(reading.result)
  })
  database.close()
  return embeddings.map(embedding => [...embedding])
}

/** When the remaining tags were seen, oldest first. Runs in a page of the extension. */
async function readTimes(): Promise<number[]> {
  const database = await new Promise<IDBDatabase>(resolve => {
    const opening = indexedDB.open('history')
    opening.onsuccess = () => resolve(opening.result)
  })
  const reading = database.transaction('tags').objectStore('tags').index('seenAt').getAll()
  const tags = await new Promise<{ seenAt: number }[]>(resolve => {
    reading.onsuccess = () => resolve(reading.result)
  })
  database.close()
  return tags.map(({ seenAt }) => seenAt)
}
