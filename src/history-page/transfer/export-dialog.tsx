import { useEffect, useRef, useState } from 'preact/hooks'
import { type ExportFormat, exportHistory } from '../../history/export/export-history.ts'
import { toHistoryError } from '../../history/history-error.ts'
import { text } from '../../i18n/text.ts'
import { count } from '../../ui/count.ts'
import { saveFile } from '../../ui/save-file.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { TaskProgress } from './task-progress.tsx'

/** A set of tags that can be exported. */
export interface ExportScope {
  scope: 'all' | 'found' | 'chosen'
  count: number
  /** Missing for all tags. */
  ids?(): string[]
}

interface ExportDialogProps {
  /** The first is preselected. */
  choices: ExportScope[]
  onDone(file: File): void
  onClose(): void
}

const formats: ExportFormat[] = ['json', 'csv', 'zip']

/** Asks what to export and in which format, and exports it. The export can be cancelled at any time. */
export function ExportDialog({ choices, onDone, onClose }: ExportDialogProps) {
  const [scope, setScope] = useState(choices[0]?.scope)
  const [format, setFormat] = useState<ExportFormat>('json')
  const [progress, setProgress] = useState<number>()
  const [trouble, setTrouble] = useState('')
  const abort = useRef(new AbortController())
  useEffect(() => () => abort.current.abort(), [])

  const run = async () => {
    const { signal } = abort.current
    const ids = choices.find(choice => choice.scope === scope)?.ids?.()
    setProgress(0)
    setTrouble('')
    try {
      const onProgress = (done: number, of: number) => setProgress(done / Math.max(1, of))
      const file = await exportHistory(format, { ...(ids && { ids }), signal, onProgress })
      saveFile(file)
      onDone(file)
    } catch (error) {
      if (signal.aborted) return
      setProgress(undefined)
      setTrouble(text(`history_${toHistoryError(error).trouble}`))
    }
  }

  return (
    <Sheet class="dialog" labelledBy="export-title" onClose={onClose}>
      <h2 id="export-title">{text('export_title')}</h2>
      {progress === undefined ? (
        <form
          onSubmit={event => {
            event.preventDefault()
            void run()
          }}
        >
          {choices.length > 1 && (
            <fieldset class="radios">
              <legend>{text('export_which')}</legend>
              {choices.map(choice => (
                <label key={choice.scope}>
                  <input
                    type="radio"
                    name="scope"
                    checked={scope === choice.scope}
                    onChange={() => setScope(choice.scope)}
                  />
                  <span>{text(`export_${choice.scope}`, count(choice.count))}</span>
                </label>
              ))}
            </fieldset>
          )}
          <fieldset class="radios">
            <legend>{text('export_format')}</legend>
            {formats.map(name => (
              <label key={name}>
                <input type="radio" name="format" checked={format === name} onChange={() => setFormat(name)} />
                <span>
                  <strong>{name.toUpperCase()}</strong> <span class="soft">{text(`export_${name}`)}</span>
                </span>
              </label>
            ))}
          </fieldset>
          {trouble && (
            <p class="trouble" role="alert">
              {trouble}
            </p>
          )}
          <div class="acts">
            <button type="button" class="choose" onClick={onClose}>
              {text('cancel')}
            </button>
            <button type="submit" class="choose primary">
              {text('export_do')}
            </button>
          </div>
        </form>
      ) : (
        <TaskProgress label={text('export_working')} progress={progress} onCancel={onClose} />
      )}
    </Sheet>
  )
}
