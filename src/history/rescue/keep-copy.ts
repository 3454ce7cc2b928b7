import { FIRST_LINE, LAST_LINE } from '../export/json-format.ts'
import { checkImport } from '../import/check-import.ts'
import { countTags } from '../tags/read-tags.ts'
import { findDearTags, readLines } from './dear-tags.ts'
import { giveIdentity, readIdentity } from './identity.ts'
import { dismissLoss, reportLoss } from './loss.ts'
import { readCopiedTags, readCopy, removeCopy, type StoredCopy, writeCopy } from './stored-copy.ts'

/** Erasing the history and copying it exclude each other: a copy must not bring back what was just erased. */
const LOCK_NAME = 'history-copy'

/**
 * Keeps a small copy of the dearest tags outside the database, and restores them if the browser has thrown the database away,
 * as it does with a damaged one without telling anybody. Reports such a loss for the user.
 * @throws HistoryError, or what `storage.local` throws
 */
export function keepCopy(): Promise<void> {
  return navigator.locks.request(LOCK_NAME, async () => {
    const known = await readIdentity()
    const copy = await readCopy()
    const isLost = copy !== undefined && copy.identity !== known
    if (isLost) await recover(copy)
    const identity = known ?? (await giveIdentity())
    await update(identity, await readCopy())
  })
}

/** Erases something together with the copy. */
export function eraseWithCopy(erase: () => Promise<void>): Promise<void> {
  return navigator.locks.request(LOCK_NAME, async () => {
    await erase()
    await removeCopy()
    await dismissLoss()
  })
}

async function recover(copy: StoredCopy): Promise<void> {
  const lines = await readCopiedTags(copy)
  const checked = await checkImport(new Blob([FIRST_LINE, lines.join(','), LAST_LINE]))
  const { added } = await checked.write()
  if (copy.tags > 0) await reportLoss({ tags: copy.tags, restored: added })
}

async function update(identity: string, copy: StoredCopy | undefined): Promise<void> {
  const dear = await findDearTags()
  const before = copy?.copied ?? {}
  const lines = await readLines([...dear.keys()].filter(id => before[id] !== dear.get(id)))
  const kept = [...dear].filter(([id]) => id in before || lines.has(id))
  const copied = Object.fromEntries(kept)
  const removed = Object.keys(before).filter(id => !(id in copied))
  const tags = await countTags()
  if (lines.size === 0 && removed.length === 0 && copy?.identity === identity && copy.tags === tags) return
  await writeCopy({ identity, tags, copied }, lines, removed)
}
