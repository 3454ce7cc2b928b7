import type { BoxSize } from '../../dom/box.ts'
import type { PictureKind } from '../kinds.ts'
import type { FoundPicture, Skipped, StyleFinder } from '../picture.ts'
import { findBackground } from './background.ts'
import { findBorderImage } from './border-image.ts'
import { findMask } from './mask.ts'

/** Below the content, top to bottom in paint order. */
const finders: [PictureKind, StyleFinder][] = [
  ['border-image', findBorderImage],
  ['background', findBackground],
  ['mask', findMask],
]

/** The topmost picture that a style paints below the content, or the first reason why one is skipped. */
export function findInStyle(
  style: CSSStyleDeclaration,
  size: () => BoxSize,
): { kind: PictureKind; found: FoundPicture | Skipped } | undefined {
  let skipped: { kind: PictureKind; found: Skipped } | undefined
  for (const [kind, find] of finders) {
    const found = find(style, size)
    if (found && !('skipped' in found)) return { kind, found }
    if (found) skipped ??= { kind, found }
  }
  return skipped
}
