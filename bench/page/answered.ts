import type { Page } from 'puppeteer'
import { eventually } from '../../scripts/drive/eventually.ts'

const POLL_INTERVAL_MS = 100
/** Of the longest visit, on a busy machine. */
const TIMEOUT_MS = 300_000

/**
 * Follows the answers to a page of garments through the tags that the host stores, which costs the page nothing. The host
 * stores a tag some time after the answer, but the tag records the answer's time.
 * @param own a page of the extension
 */
export async function followAnswers(own: Page): Promise<{ until(count: number): Promise<number[]> }> {
  const since = Date.now()
  const kept = await own.evaluateHandle(() => {
    const ids = new Set<string>()
    new BroadcastChannel('history').onmessage = ({ data }) => {
      // Version 0.1.0 says `kept`, and `--against` measures it too.
      if (data.type === 'saved' || data.type === 'kept') for (const id of data.ids) ids.add(id)
    }
    return ids
  })
  return {
    /** Waits for `count` tags. @returns the sorted times of all answers so far, milliseconds since 1970 */
    until: async count => {
      const { times } = await eventually(
        async () => {
          const ids = await kept.evaluate(ids => [...ids])
          // Answers from before the start may be stored only now.
          const times = ids.length < count ? [] : (await own.evaluate(timesOf, ids)).filter(time => time >= since)
          return { tags: ids.length, times }
        },
        ({ times }) => times.length >= count,
        TIMEOUT_MS,
        POLL_INTERVAL_MS,
      )
      return times.sort((a, b) => a - b)
    },
  }
}

/** Runs in a page of the extension. */
async function timesOf(ids: string[]): Promise<number[]> {
  const result = <Result>(request: IDBRequest<Result>) =>
    new Promise<Result>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const database = await result(indexedDB.open('history'))
  const tags = database.transaction('tags').objectStore('tags')
  const found = await Promise.all(ids.map(id => result<{ seenAt: number } | undefined>(tags.get(id))))
  database.close()
  return found.flatMap(tag => (tag ? [tag.seenAt] : []))
}
