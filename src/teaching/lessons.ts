import type { Said, SaidByName } from '../learning/said.ts'
import type { StoredExample, WholeExample } from './database/schema.ts'
import { changeTeaching, type TeachingTransaction } from './database/transactions.ts'
import { putExample, takeExample } from './examples.ts'
import { findOrAddOwnKind } from './own-kinds.ts'
import { announceTeaching } from './watch-teaching.ts'

/** An example before it is known what it shows. */
export type Unsaid = Omit<WholeExample, 'id' | 'says' | 'taughtAt'>

/**
 * Stores what the user says of a picture, in place of what the user said of it before.
 * @throws HistoryError
 */
export async function storeLesson(unsaid: Unsaid, said: SaidByName): Promise<StoredExample> {
  const taughtAt = Date.now()
  const id = crypto.randomUUID()
  const example = await changeTeaching(async transaction => {
    const says = await saysOf(transaction, said, taughtAt)
    const whole = { ...unsaid, id, says, taughtAt }
    const replaced = await putExample(transaction, whole)
    if (replaced) await transaction.objectStore('replaced').put(replaced, id)
    const { picture: _, ...stored } = whole
    return stored
  })
  announceTeaching()
  return example
}

/**
 * Takes a lesson back: what the user had said before it holds again.
 * @returns the example that it was; undefined if it is gone already
 * @throws HistoryError
 */
export async function takeLessonBack(id: string): Promise<WholeExample | undefined> {
  const example = await changeTeaching(async transaction => {
    const taken = await takeExample(transaction, id)
    const before = await transaction.objectStore('replaced').get(id)
    await transaction.objectStore('replaced').delete(id)
    if (taken && before && (await isSayable(transaction, before.says))) await putExample(transaction, before)
    if (taken) await removeKindOf(transaction, taken)
    return taken
  })
  if (example) announceTeaching()
  return example
}

/**
 * Forgets what lessons have replaced. The context that could have taken them back has ended.
 * @throws HistoryError
 */
export async function forgetReplaced(): Promise<void> {
  await changeTeaching(transaction => transaction.objectStore('replaced').clear())
}

async function saysOf(transaction: TeachingTransaction, said: SaidByName, now: number): Promise<Said> {
  return 'ownName' in said ? { own: (await findOrAddOwnKind(transaction, said.ownName, now)).id } : said
}

/** Whether the own kind that was said still exists. */
async function isSayable(transaction: TeachingTransaction, says: Said): Promise<boolean> {
  return !('own' in says) || (await transaction.objectStore('ownKinds').count(says.own)) > 0
}

/** Removes the own kind that a lesson has made, unless something else was taught since. */
async function removeKindOf(transaction: TeachingTransaction, { says, taughtAt }: WholeExample): Promise<void> {
  if (!('own' in says)) return
  const kind = await transaction.objectStore('ownKinds').get(says.own)
  const others = await transaction.objectStore('examples').getAll()
  const isUsed = others.some(other => 'own' in other.says && other.says.own === says.own)
  if (kind?.createdAt === taughtAt && !isUsed) await transaction.objectStore('ownKinds').delete(says.own)
}
