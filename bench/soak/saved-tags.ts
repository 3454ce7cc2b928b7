import type { Page } from 'puppeteer'
import { eventually } from '../../scripts/drive/eventually.ts'

/** The host stores tags when it has nothing more urgent to do. */
const TIMEOUT_MS = 20_000

/** Follows which tags the extension says that it has stored. */
export interface SavedTags {
  /** Ids among the given ones that have not been stored, after some waiting. Forgets all ids that it knows. */
  missing(ids: readonly string[]): Promise<string[]>
}

/** @param own a page of the extension */
export async function followSaved(own: Page): Promise<SavedTags> {
  const saved = await own.evaluateHandle(() => {
    const ids = new Set<string>()
    new BroadcastChannel('history').onmessage = ({ data }) => {
      if (data.type === 'saved') for (const id of data.ids) ids.add(id)
    }
    return ids
  })
  const look = (ids: string[]) => saved.evaluate((saved, ids) => ids.filter(id => !saved.has(id)), ids)
  return {
    missing: async ids => {
      const missing = await eventually(
        () => look([...ids]),
        missing => missing.length === 0,
        TIMEOUT_MS,
      ).catch(() => look([...ids]))
      await saved.evaluate(saved => saved.clear())
      return missing
    },
  }
}
