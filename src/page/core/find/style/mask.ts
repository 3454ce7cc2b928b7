import type { StyleFinder } from '../picture.ts'
import { findLayer } from './background.ts'

/** `mask-image`: the outline of a picture, filled with what it masks. A gradient is no picture, because it only fades content. */
export const findMask: StyleFinder = (style, size) => {
  const found = findLayer(style, 'mask', size)
  return found && 'skipped' in found && found.skipped === 'gradient' ? undefined : found
}
