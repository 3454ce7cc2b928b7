import { toHistoryError } from '../../history/history-error.ts'
import { deleteTags } from '../../history/tags/deleted-tags.ts'
import { BATCH_SIZE } from '../../history/tags/for-each-batch.ts'
import { setFavourite } from '../../history/tags/save-tags.ts'
import { percent } from '../../i18n/percent.ts'
import { text } from '../../i18n/text.ts'
import type { NoticeState } from '../../ui/feedback/use-notice.ts'
import { count } from '../../ui/format/count.ts'

export interface TagActions {
  /** Deletes tags and offers to undo it. */
  remove(ids: string[]): void
  setFavourite(ids: string[], isFavourite: boolean): void
}

/** The notice of a larger deletion is important: the user should not miss it. */
const MAX_MINOR_DELETION = 20
/** A larger deletion takes long enough to show its progress. */
const MAX_QUICK_DELETION = 2000

/** What the user can do with tags. If an action fails, a notice says why. */
export function tagActions({ show }: NoticeState): TagActions {
  const runGuarded = (work: () => Promise<void>) => {
    work().catch(error => show({ message: text(`history_${toHistoryError(error).trouble}`) }))
  }
  /** Reports every tenth of the total. */
  const showProgress = (done: number, total: number) => {
    if (Math.floor((10 * done) / total) > Math.floor((10 * (done - BATCH_SIZE)) / total))
      show({ message: text('deleting', percent(done / total)) })
  }
  return {
    remove: ids =>
      runGuarded(async () => {
        if (ids.length === 0) return
        const onProgress =
          ids.length > MAX_QUICK_DELETION ? (done: number) => showProgress(done, ids.length) : undefined
        const deletion = await deleteTags(ids, onProgress)
        show({
          message: ids.length === 1 ? text('deleted') : text('deleted_many', count(ids.length)),
          isImportant: ids.length > MAX_MINOR_DELETION,
          undo: () => runGuarded(() => deletion.undo()),
          // If this fails, the next trimming purges them.
          onExpire: () => void deletion.finish().catch(() => {}),
        })
      }),
    setFavourite: (ids, isFavourite) => runGuarded(() => setFavourite(ids, isFavourite)),
  }
}
