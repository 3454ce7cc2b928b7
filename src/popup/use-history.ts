import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { deleteTags, forgetTags, restoreTags } from '../history/deleted-tags.ts'
import { type HistoryTrouble, toHistoryError } from '../history/history-error.ts'
import { keepingTrouble } from '../history/keeping-trouble.ts'
import { countTags, newestTags } from '../history/read-tags.ts'
import type { ListedTag } from '../history/tag.ts'
import { watchHistory } from '../history/watch-history.ts'

const PAGE = 20
/** Milliseconds for which changes are gathered: a shop page tags dozens of pictures in a burst. */
const GATHER = 100

export interface HistoryState {
  /** Newest first; undefined until they are read. */
  tags: ListedTag[] | undefined
  /** Of the whole history, shown or not. */
  total: number
  trouble: HistoryTrouble | undefined
  /** Id of what was deleted last and can still be restored. */
  deleted: string | undefined
  onMore(): void
  onDelete(id: string): void
  undo(): void
  /** Lets go of what was deleted. */
  forget(): void
}

/** Follows the newest tags, whichever context changes them. */
export function useHistory(): HistoryState {
  const [{ tags, total }, setPage] = useState<Pick<HistoryState, 'tags' | 'total'>>({ tags: undefined, total: 0 })
  const [trouble, setTrouble] = useState<HistoryTrouble>()
  const [deleted, setDeleted] = useState<string>()
  const wanted = useRef(PAGE)

  const guarded = useCallback(async (work: () => Promise<void>) => {
    try {
      await work()
      setTrouble(keepingTrouble())
    } catch (error) {
      setTrouble(toHistoryError(error).trouble)
    }
  }, [])

  const reload = useCallback(
    () =>
      guarded(async () => {
        const [tags, total] = await Promise.all([newestTags({ limit: wanted.current }), countTags()])
        setPage({ tags, total })
      }),
    [guarded],
  )

  useEffect(() => {
    const abort = new AbortController()
    let timer: number | undefined
    watchHistory(() => {
      timer ??= window.setTimeout(() => {
        timer = undefined
        void reload()
      }, GATHER)
    }, abort.signal)
    void reload()
    return () => {
      abort.abort()
      clearTimeout(timer)
    }
  }, [reload])

  return {
    tags,
    total,
    trouble,
    deleted,
    onMore() {
      wanted.current += PAGE
      void reload()
    },
    onDelete: id =>
      void guarded(async () => {
        await deleteTags([id])
        setDeleted(id)
      }),
    undo() {
      setDeleted(undefined)
      if (deleted) void guarded(() => restoreTags([deleted]))
    },
    forget() {
      setDeleted(undefined)
      if (deleted) void guarded(() => forgetTags([deleted]))
    },
  }
}
