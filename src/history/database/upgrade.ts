import type { IDBPTransaction, StoreNames } from 'idb'
import { keysAfter } from './bulk-reads.ts'
import { countOf, type LabelCounts } from './label-counts.ts'
import type { HistoryDatabase, HistorySchema } from './schema.ts'

type UpgradeTransaction = IDBPTransaction<HistorySchema, StoreNames<HistorySchema>[], 'versionchange'>

const COUNTING_BATCH_SIZE = 500

/**
 * Upgrades the database step by step from any older version. No step rewrites existing records: that could take long
 * enough for the browser to be killed halfway.
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
    database.createObjectStore('deleted', { keyPath: 'id' }).createIndex('deletedAt', 'deletedAt')
  }
  if (oldVersion < 4) {
    // Versions 1 and 3 counted with this index, which took time proportional to the number of tags.
    if ((tags.indexNames as DOMStringList).contains('garment')) tags.deleteIndex('garment')
    database.createObjectStore('counts')
    // If counting fails, the database stays at its old version.
    countAll(transaction).catch(() => transaction.abort())
  }
}

async function countAll(transaction: UpgradeTransaction): Promise<void> {
  const tags = transaction.objectStore('tags')
  const counts: LabelCounts = {}
  let batch = await tags.getAll(undefined, COUNTING_BATCH_SIZE)
  while (batch.length > 0) {
    for (const { garment } of batch) counts[garment] = countOf(counts, garment) + 1
    batch = await tags.getAll(keysAfter(batch.at(-1)?.id), COUNTING_BATCH_SIZE)
  }
  await transaction.objectStore('counts').put(counts, 'garments')
}
