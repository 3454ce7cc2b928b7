import { text } from '../../i18n/text.ts'
import { Sheet } from '../../ui/feedback/sheet.tsx'
import { count } from '../../ui/format/count.ts'
import { TaskProgress } from './task-progress.tsx'
import type { Importing, ImportState } from './use-import.ts'

/** Shows the progress of an import, or why the file was refused. */
export function ImportDialog({ importing, close }: Pick<ImportState, 'importing' | 'close'>) {
  if (!importing) return null
  return (
    <Sheet class="dialog" labelledBy="import-title" onClose={close}>
      <h2 id="import-title">{text(titleOf(importing))}</h2>
      <p class="file-name" dir="auto">
        {importing.name}
      </p>
      {importing.step === 'refused' ? (
        <>
          <p class="trouble" role="alert">
            {importing.reason}
          </p>
          <p class="soft">
            {importing.remains > 0 ? text('import_remains', count(importing.remains)) : text('import_unchanged')}
          </p>
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

function titleOf(importing: Importing) {
  if (importing.step !== 'refused') return 'import_title'
  return importing.remains > 0 ? 'import_failed' : 'import_refused'
}
