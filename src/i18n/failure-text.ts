import type { Failure } from '../apparel/failure.ts'
import { text } from './text.ts'

/** Says in the browser's language why a picture has no answer. */
export function failureText({ failure, detail = '' }: Failure): string {
  return text(`failure_${failure}`, detail)
}
