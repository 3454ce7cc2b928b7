import { useState } from 'preact/hooks'
import { type HistoryTrouble, toHistoryError } from '../../history/history-error.ts'
import { type Deletion, deleteTags } from '../../history/tags/deleted-tags.ts'

/** The latest deletion, which can be undone until it is finalised. */
export interface LatestDeletion {
  /** Id of the deleted tag. */
  deleted: string | undefined
  trouble: HistoryTrouble | undefined
  remove(id: string): void
  undo(): void
  /** Finalises the deletion. */
  forget(): void
}

/** Deletes one tag at a time. */
export function useDeletion(): LatestDeletion {
  const [latest, setLatest] = useState<{ id: string; deletion: Deletion }>()
  const [trouble, setTrouble] = useState<HistoryTrouble>()
  const guarded = async (work: () => Promise<void>) => {
    try {
      await work()
      setTrouble(undefined)
    } catch (error) {
      setTrouble(toHistoryError(error).trouble)
    }
  }
  const end = (work: (deletion: Deletion) => Promise<void>) => {
    setLatest(undefined)
    if (latest) void guarded(() => work(latest.deletion))
  }
  return {
    deleted: latest?.id,
    trouble,
    remove: id =>
      void guarded(async () => {
        setLatest({ id, deletion: await deleteTags([id]) })
        // Only the latest deletion can be undone.
        await latest?.deletion.finish()
      }),
    undo: () => end(deletion => deletion.undo()),
    forget: () => end(deletion => deletion.finish()),
  }
}
