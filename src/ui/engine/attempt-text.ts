import { text } from '../../i18n/text.ts'
import type { BackendAttempt } from '../../network/backend.ts'
import { milliseconds } from '../format/milliseconds.ts'

/** Says how fast a backend is, or why it was rejected. */
export function attemptText(attempt: BackendAttempt): string {
  if ('refused' in attempt) return text(`refusal_${attempt.reason}`, attempt.refused)
  return text('engine_speed', milliseconds(attempt.milliseconds))
}
