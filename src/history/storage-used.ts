import { countTags } from './read-tags.ts'

/** How much the history holds, and what room there is. */
export interface StorageUsed {
  tags: number
  /** Bytes on the disk, more or less: the browser clears away deleted ones when it likes. */
  bytes: number
  /** Bytes that the browser lets the extension have. */
  quota: number
}

/**
 * What the history takes of the disk.
 * @throws HistoryError
 */
export async function storageUsed(): Promise<StorageUsed> {
  const [tags, { usage = 0, quota = 0 }] = await Promise.all([countTags(), navigator.storage.estimate()])
  return { tags, bytes: usage, quota }
}
