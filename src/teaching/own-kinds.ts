import { isSameOwnName, type OwnKind, toOwnName } from '../learning/said.ts'
import { changeTeaching, readTeaching, type TeachingTransaction } from './database/transactions.ts'
import { nextColour } from './palette.ts'
import { announceTeaching } from './watch-teaching.ts'

/**
 * Reads the user's own kinds, the oldest first.
 * @throws HistoryError
 */
export async function readOwnKinds(): Promise<OwnKind[]> {
  const kinds = await readTeaching(database => database.getAll('ownKinds'))
  return kinds.sort((one, other) => one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1))
}

/**
 * Gives an own kind another name.
 * @returns false, and changes nothing, if the name is invalid, another kind has it or the kind is gone
 * @throws HistoryError
 */
export function renameOwnKind(id: string, text: string): Promise<boolean> {
  const name = toOwnName(text)
  return changeOwnKind(id, (kind, others) =>
    name === undefined || others.some(other => isSameOwnName(other.name, name)) ? undefined : { ...kind, name },
  )
}

/**
 * Gives an own kind another colour.
 * @param colour as `#rrggbb`
 * @returns false if the kind is gone
 * @throws HistoryError
 */
export function recolourOwnKind(id: string, colour: string): Promise<boolean> {
  return changeOwnKind(id, kind => ({ ...kind, colour }))
}

/**
 * Shows or hides the badges of an own kind.
 * @returns false if the kind is gone
 * @throws HistoryError
 */
export function setOwnKindBadged(id: string, isBadged: boolean): Promise<boolean> {
  return changeOwnKind(id, kind => ({ ...kind, isBadged }))
}

/** The own kind with a name, made anew if there is none. @param now milliseconds since 1970 */
export async function findOrAddOwnKind(transaction: TeachingTransaction, name: string, now: number): Promise<OwnKind> {
  const store = transaction.objectStore('ownKinds')
  const known = await store.getAll()
  const found = known.find(kind => isSameOwnName(kind.name, name))
  if (found) return found
  const added = { id: crypto.randomUUID(), name, colour: nextColour(known), isBadged: true, createdAt: now }
  await store.add(added)
  return added
}

async function changeOwnKind(
  id: string,
  change: (kind: OwnKind, others: OwnKind[]) => OwnKind | undefined,
): Promise<boolean> {
  const isChanged = await changeTeaching(async transaction => {
    const store = transaction.objectStore('ownKinds')
    const known = await store.getAll()
    const kind = known.find(one => one.id === id)
    const others = known.filter(one => one !== kind)
    const changed = kind && change(kind, others)
    if (changed) await store.put(changed)
    return changed !== undefined
  })
  if (isChanged) announceTeaching()
  return isChanged
}
