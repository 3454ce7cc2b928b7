import { cleanAddresses } from '../addresses/clean-address.ts'
import type { Failure, FailureReason } from '../apparel/failure.ts'
import { withTimeout } from '../async/with-timeout.ts'

/** A failure with a reason that can be shown to the user. */
export class PictureError extends Error {
  constructor(
    readonly reason: FailureReason,
    readonly detail = '',
    /** As in `Failure`. */
    readonly retryAfterMs?: number,
  ) {
    super(detail ? `${reason}: ${detail}` : reason)
  }
}

/** Converts an error to a Failure; an unexpected error gets the reason `otherwise`. */
export function failureOf(error: unknown, otherwise: FailureReason): Failure {
  if (error instanceof PictureError) {
    const { reason, detail, retryAfterMs } = error
    return { failure: reason, ...(detail && { detail }), ...(retryAfterMs !== undefined && { retryAfterMs }) }
  }
  // Browsers name addresses in their errors, passwords included.
  return { failure: otherwise, detail: cleanAddresses(error instanceof Error ? error.message : String(error)) }
}

/**
 * The promise, or a rejection with a `PictureError` once the time is over.
 * @param ms milliseconds
 */
export function inTime<T>(promise: Promise<T>, ms: number, reason: FailureReason = 'timed_out'): Promise<T> {
  return withTimeout(promise, ms, () => new PictureError(reason, `${ms / 1000} s`))
}
