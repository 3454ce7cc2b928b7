import { BATCH } from '../../history/batches.ts'
import { deleteTags, forgetTags, restoreTags } from '../../history/deleted-tags.ts'
import { toHistoryError } from '../../history/history-error.ts'
import { setFavourite } from '../../history/tags.ts'
import { percent } from '../../i18n/percent.ts'
import { text } from '../../i18n/text.ts'
import { count } from '../../ui/format/count.ts'
import type { NoticeState } from './use-notice.ts'

export interface Changes {
  /** Deletes tags, and offers to undo it. */
  remove(ids: string[]): void
  favour(ids: string[], isFavourite: boolean): void
}

/** More tags than these nobody deletes by the way. */
const SOME = 20
/** Tags of which the deletion takes more than a moment. */
const MANY = 2000

/** What a person changes of the history; where it fails, the notice says why. */
export function changesOf({ show }: NoticeState): Changes {
  const guarded = (work: () => Promise<void>) => {
    work().catch(error => show({ says: text(`history_${toHistoryError(error).trouble}`) }))
  }
  /** At each tenth of the way. */
  const tell = (done: number, of: number) => {
    if (Math.floor((10 * done) / of) > Math.floor((10 * (done - BATCH)) / of))
      show({ says: text('deleting', percent(done / of)) })
  }
  return {
    remove: ids =>
      guarded(async () => {
        if (ids.length === 0) return
        await deleteTags(ids, ids.length > MANY ? done => tell(done, ids.length) : undefined)
        show({
          says: ids.length === 1 ? text('deleted') : text('deleted_many', count(ids.length)),
          isGrave: ids.length > SOME,
          undo: () => guarded(() => restoreTags(ids)),
          // What is not let go of now goes with the next trimming.
          gone: () => void forgetTags(ids).catch(() => {}),
        })
      }),
    favour: (ids, isFavourite) => guarded(() => setFavourite(ids, isFavourite)),
  }
}
