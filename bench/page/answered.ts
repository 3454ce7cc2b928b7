import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'puppeteer'

/** Milliseconds between two looks. */
const STEP = 100

/**
 * Follows the answers to a page of garments by the tags that the host keeps of them, which costs the page nothing. A tag is
 * kept some time after the answer, but says when that was given.
 * @param own a page of the extension
 */
export async function followAnswers(own: Page): Promise<{ until(count: number): Promise<number[]> }> {
  const since = Date.now()
  const kept = await own.evaluateHandle(() => {
    const ids = new Set<string>()
    new BroadcastChannel('history').onmessage = ({ data }) => {
      if (data.type === 'saved') for (const id of data.ids) ids.add(id)
    }
    return ids
  })
  return {
    /** @returns when each answer so far was given, as soon as so many are kept; milliseconds since 1970, in order */
    until: async count => {
      for (;;) {
        const ids = await kept.evaluate(ids => [...ids])
        // Some may have been answered before, and only kept since.
        const times = ids.length < count ? [] : (await own.evaluate(timesOf, ids)).filter(time => time >= since)
        if (times.length >= count) return times.sort((a, b) => a - b)
        await pause(STEP)
      }
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
