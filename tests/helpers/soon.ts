import { expect } from 'vitest'
import { PATIENCE_MS } from '../../scripts/drive/eventually.ts'

/**
 * Expects something of a value that follows later than what the test waited for: reads it until the expectation holds.
 * @param read reads the value anew
 */
export function soon<Seen>(read: () => Promise<Seen>) {
  return expect.poll(read, { timeout: PATIENCE_MS })
}
