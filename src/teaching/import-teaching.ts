import { isSameOwnName } from '../learning/said.ts'
import { changeTeaching, type TeachingTransaction } from './database/transactions.ts'
import { putUnlessOlder } from './examples.ts'
import { type ParsedTeaching, parseTeaching } from './parse-teaching.ts'
import { announceTeaching } from './watch-teaching.ts'

/** What an import has added. */
export interface ImportedTeaching {
  examples: number
  ownKinds: number
}

/**
 * Imports what `exportTeaching` has written. Own kinds of the same name become one. Of two examples of the same picture the
 * later one stays.
 * @throws ImportError if the file is refused, or HistoryError; nothing is changed then
 */
export async function importTeaching(file: Blob): Promise<ImportedTeaching> {
  const parsed = await parseTeaching(file)
  const added = await changeTeaching(transaction => write(transaction, parsed))
  announceTeaching()
  return added
}

async function write(
  transaction: TeachingTransaction,
  { ownKinds, examples }: ParsedTeaching,
): Promise<ImportedTeaching> {
  const store = transaction.objectStore('ownKinds')
  const known = await store.getAll()
  const ids = new Map<string, string>()
  const added = { examples: 0, ownKinds: 0 }
  for (const kind of ownKinds) {
    const same = known.find(one => one.id === kind.id || isSameOwnName(one.name, kind.name))
    ids.set(kind.id, same?.id ?? kind.id)
    if (same) continue
    known.push(kind)
    await store.put(kind)
    added.ownKinds++
  }
  for (const example of examples) {
    const { says } = example
    const here = 'own' in says ? { ...example, says: { own: ids.get(says.own) ?? says.own } } : example
    if (await putUnlessOlder(transaction, here)) added.examples++
  }
  return added
}
