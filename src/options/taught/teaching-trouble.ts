import { text } from '../../i18n/text.ts'

/** Why something could not be done with what was taught. */
export function teachingTrouble(_error: unknown): string {
  return text('taught_trouble')
}
