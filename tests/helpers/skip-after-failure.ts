import { afterEach, beforeEach } from 'vitest'

/**
 * Skips the rest of a file's or a `describe`'s tests after the first failure: each continues where the previous one ended, and
 * would fail for no reason of its own.
 */
export function skipAfterFailure(): void {
  let hasFailed = false
  beforeEach(({ skip }) => skip(hasFailed, 'An earlier test failed, after which this one continues.'))
  afterEach(({ task }) => {
    hasFailed ||= task.result?.state === 'fail'
  })
}
