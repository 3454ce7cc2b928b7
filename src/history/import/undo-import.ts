import { changeHistory, type WriteTransaction } from '../database/transactions.ts'
import { updateCounts } from '../database/update-counts.ts'
import { type Sighting, sightingOf, type TagMetadata } from '../tag.ts'
import { removeMedia } from '../tags/deleted-tags.ts'
import { BATCH_SIZE } from '../tags/for-each-batch.ts'
import type { PutTag } from '../tags/put-tags.ts'
import { announce } from '../watch-history.ts'

type Marks = Pick<TagMetadata, 'by' | 'favouriteSince'>
type Written = Sighting & Marks

/** What an import has changed of a tag. */
export interface WrittenTag {
  id: string
  /** Undefined if the tag was new. */
  before: Written | undefined
  after: Written
}

/** What an import has changed of a tag; undefined if nothing. */
export function writtenTag({ before, after }: PutTag): WrittenTag | undefined {
  if (before === after) return undefined
  return { id: after.id, before: before && changeableOf(before), after: changeableOf(after) }
}

function changeableOf(tag: TagMetadata): Written {
  const { by, favouriteSince } = tag
  return { ...sightingOf(tag), by, ...(favouriteSince !== undefined && { favouriteSince }) }
}

/**
 * Takes back what an import has changed, as far as it is still as the import left it: a tag that was seen or marked since
 * stays, and a tag that was deleted since stays deleted.
 * @throws HistoryError; some of the imported tags may remain
 */
export async function undoImport(written: readonly WrittenTag[]): Promise<void> {
  for (let start = 0; start < written.length; start += BATCH_SIZE) {
    const batch = written.slice(start, start + BATCH_SIZE)
    await changeHistory(transaction => revertAll(transaction, batch))
    announce({ type: 'deleted', ids: batch.map(({ id }) => id) })
  }
}

async function revertAll(transaction: WriteTransaction, batch: WrittenTag[]): Promise<void> {
  const removed: TagMetadata[] = []
  for (const one of batch) {
    const [tag, deleted] = await Promise.all([
      transaction.objectStore('tags').get(one.id),
      transaction.objectStore('deleted').get(one.id),
    ])
    // Also in the deletion that somebody may undo: it must not bring back what this import has added.
    if (deleted) await revert(transaction, 'deleted', deleted, one)
    if (tag && (await revert(transaction, 'tags', tag, one))) removed.push(tag)
  }
  await updateCounts(transaction, removed)
}

/** @returns whether the tag is gone */
async function revert<Current extends TagMetadata>(
  transaction: WriteTransaction,
  name: 'tags' | 'deleted',
  current: Current,
  { id, before, after }: WrittenTag,
): Promise<boolean> {
  const isSeen = !isSame(sightingOf(current), sightingOf(after))
  if (before) {
    const reverted = revertFields(current, before, after, isSeen)
    if (!isSame(reverted, current)) await transaction.objectStore(name).put(reverted as never)
    return false
  }
  if (isSeen || current.by !== after.by || current.favouriteSince !== after.favouriteSince) return false
  await transaction.objectStore(name).delete(id)
  if ((await transaction.objectStore('tags').count(id)) === 0) await removeMedia(transaction, id)
  return true
}

function revertFields<Current extends TagMetadata>(
  current: Current,
  before: Written,
  after: Written,
  isSeen: boolean,
): Current {
  const { favouriteSince, ...rest } = current
  const since = favouriteSince === after.favouriteSince ? before.favouriteSince : favouriteSince
  return {
    ...rest,
    ...(!isSeen && sightingOf(before)),
    // A picture that was seen again may have been asked about.
    by: !isSeen && current.by === after.by ? before.by : current.by,
    ...(since !== undefined && { favouriteSince: since }),
  } as Current
}

function isSame(one: object, other: object): boolean {
  const entries = (of: object) => JSON.stringify(Object.entries(of).sort(([a], [b]) => (a < b ? -1 : 1)))
  return entries(one) === entries(other)
}
