import { countTags } from './tags/read-tags.ts'

/** How much the history holds, and how much room there is. */
export interface StorageUsage {
  tags: number
  /** Approximate bytes on disk: the browser frees the space of deleted records whenever it likes. */
  bytes: number
  /** Bytes that the browser grants the extension. */
  quota: number
}

/**
 * Measures the disk space that the history uses.
 * @throws HistoryError
 */
export async function measureStorage(): Promise<StorageUsage> {
  const [tags, { usage = 0, quota = 0 }] = await Promise.all([countTags(), navigator.storage.estimate()])
  return { tags, bytes: usage, quota }
}
