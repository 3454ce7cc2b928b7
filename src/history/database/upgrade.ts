import type { IDBPTransaction, StoreNames } from 'idb'
import type { Provenance } from '../provenance.ts'
import { sanitiseProvenance } from '../sanitise-provenance.ts'
import { dateBack } from '../tags/sighting-times.ts'
import { keysAfter } from './bulk-reads.ts'
import { countOf, type LabelCounts } from './label-counts.ts'
import type { HistoryDatabase, HistorySchema } from './schema.ts'

type UpgradeTransaction = IDBPTransaction<HistorySchema, StoreNames<HistorySchema>[], 'versionchange'>

const BATCH_SIZE = 500

/**
 * Upgrades the database step by step from any older version, in one transaction: if the browser is killed halfway, the
 * database stays at its old version. No step rewrites all records, which would take long; only those that must change.
 */
export function upgrade(
  database: HistoryDatabase,
  oldVersion: number,
  _newVersion: number | null,
  transaction: UpgradeTransaction,
): void {
  if (oldVersion < 1) {
    database.createObjectStore('tags', { keyPath: 'id' }).createIndex('seenAt', ['seenAt', 'id'])
    database.createObjectStore('thumbnails')
    database.createObjectStore('embeddings')
  }
  const tags = transaction.objectStore('tags')
  if (oldVersion < 2) {
    tags.createIndex('by', ['by', 'seenAt', 'id'])
    tags.createIndex('favouriteSince', 'favouriteSince')
    database.createObjectStore('deleted', { keyPath: 'id' })
  }
  if (oldVersion < 4) {
    // Versions 1 and 3 counted with this index, which took time proportional to the number of tags.
    if ((tags.indexNames as DOMStringList).contains('garment')) tags.deleteIndex('garment')
    database.createObjectStore('counts')
    // If counting fails, the database stays at its old version.
    countAll(transaction).catch(() => transaction.abort())
  }
  if (oldVersion < 5) database.createObjectStore('about')
  if (oldVersion > 0 && oldVersion < 5) {
    const deleted = transaction.objectStore('deleted')
    // Versions 2 to 4 made deletions final by their age.
    for (const name of [...(deleted.indexNames as DOMStringList)]) deleted.deleteIndex(name as never)
    cleanAll(transaction).catch(() => transaction.abort())
  }
}

async function countAll(transaction: UpgradeTransaction): Promise<void> {
  const tags = transaction.objectStore('tags')
  const counts: LabelCounts = {}
  let batch = await tags.getAll(undefined, BATCH_SIZE)
  while (batch.length > 0) {
    for (const { garment } of batch) counts[garment] = countOf(counts, garment) + 1
    batch = await tags.getAll(keysAfter(batch.at(-1)?.id), BATCH_SIZE)
  }
  await transaction.objectStore('counts').put(counts, 'garments')
}

/** Removes secrets from addresses that older versions kept, and dates back tags of the future. */
async function cleanAll(transaction: UpgradeTransaction): Promise<void> {
  for (const name of ['tags', 'deleted'] as const) {
    const store = transaction.objectStore(name)
    let batch = await store.getAll(undefined, BATCH_SIZE)
    while (batch.length > 0) {
      const clean = batch.map(sanitiseProvenance)
      await Promise.all(clean.filter((tag, i) => isChanged(tag, batch[i])).map(tag => store.put(tag)))
      batch = await store.getAll(keysAfter(batch.at(-1)?.id), BATCH_SIZE)
    }
  }
  await dateBack(transaction, Date.now())
}

function isChanged(one: Provenance, other: Provenance | undefined): boolean {
  return one.pageUrl !== other?.pageUrl || one.imageUrl !== other.imageUrl || one.pageTitle !== other.pageTitle
}
