import type { Failure, FailureReason } from '../apparel/failure.ts'
import { withTimeout } from '../async/with-timeout.ts'

/** A reason that can be told to the person who asked. */
export class PictureError extends Error {
  constructor(
    readonly reason: FailureReason,
    readonly detail = '',
  ) {
    super(detail ? `${reason}: ${detail}` : reason)
  }
}

/** The failure to answer with; whatever nobody foresaw counts as `otherwise`. */
export function failureOf(error: unknown, otherwise: FailureReason): Failure {
  if (error instanceof PictureError)
    return error.detail ? { failure: error.reason, detail: error.detail } : { failure: error.reason }
  return { failure: otherwise, detail: error instanceof Error ? error.message : String(error) }
}

/**
 * The promise, or a `PictureError` once the time is over.
 * @param ms milliseconds
 */
export function inTime<T>(promise: Promise<T>, ms: number, reason: FailureReason = 'timed_out'): Promise<T> {
  return withTimeout(promise, ms, () => new PictureError(reason, `${ms / 1000} s`))
}
