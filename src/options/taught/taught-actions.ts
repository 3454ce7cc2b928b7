import { text } from '../../i18n/text.ts'
import type { OwnKind } from '../../learning/said.ts'
import { deleteExamples, deleteOwnKind, eraseTeaching } from '../../teaching/delete.ts'
import { exportTeaching } from '../../teaching/export-teaching.ts'
import { importTeaching } from '../../teaching/import-teaching.ts'
import type { NoticeState } from '../../ui/feedback/use-notice.ts'
import { saveFile } from '../../ui/files/save-file.ts'
import { count } from '../../ui/format/count.ts'
import { teachingTrouble } from './teaching-trouble.ts'

/** What the user can do with what was taught. If an action fails, a notice says why. */
export function taughtActions({ show }: Pick<NoticeState, 'show'>) {
  const guarded = (work: Promise<unknown>) =>
    void work.catch(error => show({ message: teachingTrouble(error), isImportant: true }))
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
    /** Saves everything as one file. */
    exportAll: () =>
      guarded(
        exportTeaching().then(file => {
          saveFile(file)
          show({ message: text('exported', file.name) })
        }),
      ),
    /** Adds what such a file teaches. */
    importFile: (file: File) =>
      guarded(
        importTeaching(file).then(({ examples, ownKinds }) =>
          show({ message: text('taught_imported', count(examples), count(ownKinds)), isImportant: true }),
        ),
      ),
  }
}
