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
export function taughtActions({ show }: NoticeState) {
  const guarded = (work: Promise<unknown>) =>
    void work.catch(error => show({ message: teachingTrouble(error), isImportant: true }))
  const deleted = (message: string, deletion: Promise<() => Promise<void>>) =>
    guarded(deletion.then(restore => show({ message, isImportant: true, undo: () => guarded(restore()) })))
  return {
    guarded,
    deleteExamples: (ids: string[]) =>
      deleted(
        ids.length === 1 ? text('taught_deleted') : text('taught_deleted_many', count(ids.length)),
        deleteExamples(ids),
      ),
    deleteKind: ({ id, name }: OwnKind) => deleted(text('taught_deleted_kind', name), deleteOwnKind(id)),
    eraseAll: () => guarded(eraseTeaching().then(() => show({ message: text('taught_erased'), isImportant: true }))),
    exportAll: () =>
      guarded(
        exportTeaching().then(file => {
          saveFile(file)
          show({ message: text('exported', file.name) })
        }),
      ),
    importFile: (file: File) =>
      guarded(
        importTeaching(file).then(({ examples, ownKinds }) =>
          show({ message: text('taught_imported', count(examples), count(ownKinds)), isImportant: true }),
        ),
      ),
  }
}
