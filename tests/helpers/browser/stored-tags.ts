import type { Page } from 'puppeteer'
import { eventually } from '../../../scripts/drive/eventually.ts'

/** What the tests read of a tag. */
interface StoredTag {
  pageUrl: string
  imageUrl: string
  /** When the host answered; milliseconds since 1970. */
  seenAt: number
  garment: string
  confidence: number
}

/**
 * Waits until the history holds a number of tags from one page.
 * @param own any page of the extension
 * @param pageUrl address of the page that showed the pictures
 * @returns the tags, at least `count` of them
 */
export function untilStored(own: Page, pageUrl: string, count: number): Promise<StoredTag[]> {
  return eventually(
    () => own.evaluate(readTags, pageUrl),
    tags => tags.length >= count,
  )
}

/** Runs in a page of the extension. */
async function readTags(pageUrl: string): Promise<StoredTag[]> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('history')
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error)
  })
  const reading = database.transaction('tags').objectStore('tags').getAll()
  const tags = await new Promise<StoredTag[]>((resolve, reject) => {
    reading.onsuccess = () => resolve(reading.result)
    reading.onerror = () => reject(reading.error)
  })
  database.close()
  return tags
    .filter(tag => tag.pageUrl === pageUrl)
    .map(({ pageUrl, imageUrl, seenAt, garment, confidence }) => ({ pageUrl, imageUrl, seenAt, garment, confidence }))
}
