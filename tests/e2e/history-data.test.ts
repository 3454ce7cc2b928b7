import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer'
import { afterEach, expect, it } from 'vitest'
import messages from '../../public/_locales/en/messages.json' with { type: 'json' }
import { eventually } from '../../scripts/drive/eventually.ts'
import { readBadges } from '../../scripts/drive/overlay.ts'
import { popupUrl, switchOn } from '../../scripts/drive/popup.ts'
import { openSession, type Session } from '../helpers/browser/session.ts'
import oldHistory from '../helpers/history-version-1.json' with { type: 'json' }
import { oldTags, writeVersion1 } from '../helpers/old-history.ts'
import { picturePath } from '../shop/pictures.ts'

let session: Session | undefined
afterEach(() => session?.close())

it('opens a history that the first version wrote, deletes from it and restores', async () => {
  session = await openSession()
  const page = await session.browser.newPage()
  // A page of the extension that does not open the database.
  await page.goto(`chrome-extension://${session.extensionId}/icons/16.png`)
  await page.evaluate(writeVersion1, oldHistory)
  await page.goto(popupUrl(session.extensionId))
  const tiles = await tilesOf(page, 3)
  expect(tiles[0]).toContain('Shoes')
  expect(tiles[2]).toContain(oldTags[0]?.pageTitle)
  await page.waitForFunction(() => [...document.querySelectorAll('img')].every(image => image.naturalWidth > 0))
  await page.locator('.tags .bin').click()
  await tilesOf(page, 2)
  await page.locator('.toast button').click()
  expect(await tilesOf(page, 3)).toEqual(tiles)
})

it('keeps as many tags as the person wants, and all that was asked about', async () => {
  session = await openSession()
  const page = await session.openOwnPage()
  await page.waitForSelector('.empty')
  await page.evaluate(writeTags, 130)
  await page.evaluate(() => chrome.storage.local.set({ settings: { version: 3, retention: 100 } }))
  const left = await eventually(
    () => page.evaluate(readTimes),
    times => times.length <= 100,
  )
  // Every tenth was asked about. The others went from the oldest on.
  expect(left).toHaveLength(100)
  expect(left.slice(0, 6)).toEqual([0, 10, 20, 30, 34, 35].map(i => 1_700_000_000_000 + i))
})

it('says that the disk is full, and keeps what was there', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'apparel-lens-'))
  try {
    session = await openSession({ profile })
    const writer = await session.browser.newPage()
    await writer.goto(`chrome-extension://${session.extensionId}/icons/16.png`)
    await writer.evaluate(writeVersion1, oldHistory)
    // Its counts are written when it is opened.
    await tilesOf(await session.openOwnPage(), 3)
    await session.close()

    // Started anew, because the browser remembers for half a minute what room there was at the last write.
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
    expect(await popup.$eval('.trouble', node => node.textContent)).toBe(messages.history_full.message)
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

it('answers with the embedding where that is asked for, and keeps the same', async () => {
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
  // Badges come first: what is kept is written when no picture waits any more.
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

/** What each tag says to those who hear it, once there are so many. */
function tilesOf(popup: Page, count: number): Promise<string[]> {
  return eventually(
    () => popup.$$eval('.tags .tile', tiles => tiles.map(tile => tile.ariaLabel ?? '')),
    tiles => tiles.length === count,
  )
}

/** The embedding in two answers, of which only the first was to have it. Runs in a page of the extension. */
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

/** Runs in a page of the extension. */
async function writeTags(count: number): Promise<void> {
  const database = await new Promise<IDBDatabase>(resolve => {
    const opening = indexedDB.open('history')
    opening.onsuccess = () => resolve(opening.result)
  })
  const stores = database.transaction(['tags', 'thumbnails', 'embeddings', 'counts'], 'readwrite')
  stores.objectStore('counts').put({ Hat: count }, 'garments')
  for (let i = 0; i < count; i++) {
    const seenAt = 1_700_000_000_000 + i
    const facts = { id: `${i}`, garment: 'Hat', confidence: 0.9, probabilities: [], pageUrl: '', pageTitle: '' }
    stores.objectStore('tags').put({ ...facts, imageUrl: '', seenAt, by: i % 10 ? 'auto' : 'asked' })
    stores.objectStore('thumbnails').put(new Uint8Array(9), `${i}`)
    stores.objectStore('embeddings').put(new Int8Array(1280), `${i}`)
  }
  await new Promise(resolve => {
    stores.oncomplete = resolve
  })
  database.close()
}

/** When the tags that are left were seen, oldest first. Runs in a page of the extension. */
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
