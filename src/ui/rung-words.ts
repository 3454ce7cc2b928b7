import type { Rung } from '../messages.ts'
import { text } from '../platform/text.ts'
import { milliseconds } from './milliseconds.ts'

/** How fast a backend is, or why it was not taken. */
export function rungWords(rung: Rung): string {
  if ('refused' in rung) return text(`refusal_${rung.reason}`, rung.refused)
  return text('engine_speed', milliseconds(rung.milliseconds))
}
