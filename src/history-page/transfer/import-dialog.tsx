import { text } from '../../i18n/text.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { TaskProgress } from './task-progress.tsx'
import type { ImportState } from './use-import.ts'

/** Shows the progress of an import, or why the file was refused. */
export function ImportDialog({ importing, close }: Pick<ImportState, 'importing' | 'close'>) {
  if (!importing) return null
  return (
    <Sheet class="dialog" labelledBy="import-title" onClose={close}>
      <h2 id="import-title">{text(importing.step === 'refused' ? 'import_refused' : 'import_title')}</h2>
      <p class="file-name" dir="auto">
        {importing.name}
      </p>
      {importing.step === 'refused' ? (
        <>
          <p class="trouble" role="alert">
            {importing.reason}
          </p>
          <p class="soft">{text('import_unchanged')}</p>
          <div class="acts">
            <button type="button" class="choose primary" onClick={close}>
              {text('close')}
            </button>
          </div>
        </>
      ) : (
        <TaskProgress label={text(`import_${importing.step}`)} progress={importing.progress} onCancel={close} />
      )}
    </Sheet>
  )
}
