import browser from 'webextension-polyfill'

/** Lies in `storage.local`, whose files the browser keeps apart from those of the database. */
const COPY_KEY = 'historyCopy'
const TAG_PREFIX = 'historyCopy:'

/** What is known outside the database of what is in it. */
export interface StoredCopy {
  /** Identifies the database that was copied. */
  identity: string
  /** The number of its tags, copied or not. */
  tags: number
  /** The copied tags, and whether each was a favourite. */
  copied: Record<string, boolean>
}

export async function readCopy(): Promise<StoredCopy | undefined> {
  return (await browser.storage.local.get(COPY_KEY))[COPY_KEY] as StoredCopy | undefined
}

/** Reads the copied tags, each as a line of an export. */
export async function readCopiedTags({ copied }: StoredCopy): Promise<string[]> {
  const lines = await browser.storage.local.get(Object.keys(copied).map(id => TAG_PREFIX + id))
  return Object.values(lines) as string[]
}

/**
 * Writes a copy.
 * @param added lines of an export by id, of the tags that are new or have changed
 * @param removed ids of the tags that the copy no longer has
 */
export async function writeCopy(
  copy: StoredCopy,
  added: ReadonlyMap<string, string>,
  removed: readonly string[],
): Promise<void> {
  const lines = [...added].map(([id, line]) => [TAG_PREFIX + id, line])
  await browser.storage.local.set({ ...Object.fromEntries(lines), [COPY_KEY]: copy })
  if (removed.length > 0) await browser.storage.local.remove(removed.map(id => TAG_PREFIX + id))
}

export async function removeCopy(): Promise<void> {
  const copy = await readCopy()
  await browser.storage.local.remove([COPY_KEY, ...Object.keys(copy?.copied ?? {}).map(id => TAG_PREFIX + id)])
}
