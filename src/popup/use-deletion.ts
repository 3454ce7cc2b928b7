import { useState } from 'preact/hooks'
import { type HistoryTrouble, toHistoryError } from '../history/history-error.ts'
import { deleteTags, purgeTags, restoreTags } from '../history/tags/deleted-tags.ts'

/** The latest deletion, as long as it can be undone. */
export interface Deletion {
  /** Id of the tag. */
  deleted: string | undefined
  trouble: HistoryTrouble | undefined
  remove(id: string): void
  undo(): void
  /** Lets go of what was deleted. */
  forget(): void
}

/** Deletes one tag at a time. */
export function useDeletion(): Deletion {
  const [deleted, setDeleted] = useState<string>()
  const [trouble, setTrouble] = useState<HistoryTrouble>()
  const guarded = async (work: () => Promise<void>) => {
    try {
      await work()
      setTrouble(undefined)
    } catch (error) {
      setTrouble(toHistoryError(error).trouble)
    }
  }
  const end = (work: (ids: string[]) => Promise<void>) => {
    setDeleted(undefined)
    if (deleted) void guarded(() => work([deleted]))
  }
  return {
    deleted,
    trouble,
    remove: id =>
      void guarded(async () => {
        await deleteTags([id])
        setDeleted(id)
      }),
    undo: () => end(restoreTags),
    forget: () => end(purgeTags),
  }
}
