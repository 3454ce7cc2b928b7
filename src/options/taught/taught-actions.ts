import { text } from '../../i18n/text.ts'
import type { OwnKind } from '../../learning/said.ts'
import { deleteExamples, deleteOwnKind, eraseTeaching } from '../../teaching/delete.ts'
import type { NoticeState } from '../../ui/feedback/use-notice.ts'
import { count } from '../../ui/format/count.ts'

/** What the user can do with what was taught. If an action fails, a notice says so. */
export function taughtActions({ show }: Pick<NoticeState, 'show'>) {
  const guarded = (work: Promise<unknown>) =>
    void work.catch(() => show({ message: text('taught_trouble'), isImportant: true }))
  const deleted = (message: string, deletion: ReturnType<typeof deleteExamples>) =>
    guarded(deletion.then(restore => show({ message, isImportant: true, undo: () => guarded(restore()) })))
  return {
    /** Reports if a change fails. */
    guarded,
    /** Deletes examples and offers to undo it. */
    deleteExamples(ids: string[]) {
      const message = ids.length === 1 ? text('taught_deleted') : text('taught_deleted_many', count(ids.length))
      deleted(message, deleteExamples(ids))
    },
    /** Deletes a kind with its examples and offers to undo it. */
    deleteKind: ({ id, name }: OwnKind) => deleted(text('taught_deleted_kind', name), deleteOwnKind(id)),
    /** Deletes everything for good. */
    eraseAll: () => guarded(eraseTeaching().then(() => show({ message: text('taught_erased'), isImportant: true }))),
  }
}
