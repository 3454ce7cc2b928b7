import { useRef, useState } from 'preact/hooks'
import { toHistoryError } from '../../history/history-error.ts'
import { checkImport } from '../../history/import/check-import.ts'
import { ImportError, ImportRemains } from '../../history/import/import-error.ts'
import { text } from '../../i18n/text.ts'
import type { NoticeState } from '../../ui/feedback/use-notice.ts'
import { count } from '../../ui/format/count.ts'

/** The progress of an import, 0..1, or why the file was refused. */
export type Importing =
  | { step: 'checking' | 'writing'; name: string; progress: number }
  | { step: 'refused'; name: string; reason: string /** Tags that could not be removed again. */; remains: number }

export interface ImportState {
  importing: Importing | undefined
  take(file: File): Promise<void>
  /** Cancels the import; nothing of it remains. */
  close(): void
}

/** Imports a file: validates all of it first, then writes it. */
export function useImport({ show }: Pick<NoticeState, 'show'>): ImportState {
  const [importing, setImporting] = useState<Importing>()
  const abort = useRef<AbortController>()

  const take = async (file: File) => {
    abort.current?.abort()
    abort.current = new AbortController()
    const { signal } = abort.current
    const { name } = file
    const at = (step: 'checking' | 'writing') => (progress: number) => {
      if (!signal.aborted) setImporting({ step, name, progress })
    }
    try {
      at('checking')(0)
      const checked = await checkImport(file, { signal, onProgress: at('checking') })
      at('writing')(0)
      const { added, replaced, skipped, undo } = await checked.write({ signal, onProgress: at('writing') })
      setImporting(undefined)
      const failed = (error: unknown) => show({ message: reasonOf(error) })
      show({
        isImportant: true,
        message: [
          text('imported', count(added), count(replaced), count(skipped)),
          ...(checked.leftOut > 0 ? [text('imported_left_out', count(checked.leftOut))] : []),
        ].join(' · '),
        ...(added + replaced > 0 && { undo: () => void undo().catch(failed) }),
      })
    } catch (error) {
      const remains = error instanceof ImportRemains ? error.count : 0
      if (signal.aborted && remains === 0) return
      const reason = reasonOf(error instanceof ImportRemains ? error.cause : error)
      setImporting({ step: 'refused', name, reason, remains })
    }
  }
  return {
    importing,
    take,
    close() {
      abort.current?.abort()
      setImporting(undefined)
    },
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof ImportError) return text(`import_${error.reason}`, `${error.line}`, error.field)
  return text(`history_${toHistoryError(error).trouble}`)
}
