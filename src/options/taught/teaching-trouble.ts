import { ImportError } from '../../history/import/import-error.ts'
import { text } from '../../i18n/text.ts'

/** Why something could not be done with what was taught. */
export function teachingTrouble(error: unknown): string {
  if (error instanceof ImportError) return text(`import_${error.reason}`, `${error.line}`, error.field)
  return text('taught_trouble')
}
