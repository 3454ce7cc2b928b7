import { readLastKeys } from '../database/bulk-reads.ts'
import { readHistory } from '../database/transactions.ts'
import { ByteBuffer } from '../export/byte-buffer.ts'
import { tagBatches } from '../export/read-batches.ts'
import { writeTag } from '../export/to-json.ts'

/** Tags that are copied: about 1 MB of the 10 MB that the browser grants. */
const MAX_COPIES = 250
/** Bytes. Imported pictures can be much larger than the 5 kB of our own. */
const MAX_LINE_LENGTH = 20_000

/**
 * Finds the tags that the user would miss most: favourites, and pictures that the user asked about, newest first.
 * @returns their ids, and whether each is a favourite
 * @throws HistoryError
 */
export function findDearTags(): Promise<Map<string, boolean>> {
  return readHistory(async database => {
    const tags = database.transaction('tags').store
    const [favourites, asked] = await Promise.all([
      readLastKeys(tags.index('favouriteSince'), undefined, MAX_COPIES),
      readLastKeys(tags.index('by'), IDBKeyRange.bound(['asked'], ['asked', []]), MAX_COPIES),
    ])
    const isFavourite = new Set(favourites)
    const dear = [...new Set([...favourites, ...asked])].slice(0, MAX_COPIES)
    return new Map(dear.map(id => [id, isFavourite.has(id)]))
  })
}

/**
 * Reads tags as lines of an export, by id. Leaves out tags that are too large.
 * @throws HistoryError
 */
export async function readLines(ids: readonly string[]): Promise<Map<string, string>> {
  const lines = new Map<string, string>()
  const out = new ByteBuffer()
  for await (const tags of tagBatches(ids))
    for (const tag of tags) {
      writeTag(tag, out)
      if (out.length <= MAX_LINE_LENGTH) lines.set(tag.id, new TextDecoder().decode(out.view()))
      out.clear()
    }
  return lines
}
