import type { PictureKind } from '../kinds.ts'
import type { Shown, Size, Skipped, StyleFinder } from '../picture.ts'
import { findBackground } from './background.ts'
import { findBorderImage } from './border-image.ts'
import { findContent } from './content.ts'
import { findMask } from './mask.ts'

/** From the top down, as they are painted. */
const finders: [PictureKind, StyleFinder][] = [
  ['content', findContent],
  ['border-image', findBorderImage],
  ['background', findBackground],
  ['mask', findMask],
]

/** The topmost picture in a style, else the first reason why one is skipped. */
export function findInStyle(
  style: CSSStyleDeclaration,
  box: () => Size,
): { kind: PictureKind; found: Shown | Skipped } | undefined {
  let skipped: { kind: PictureKind; found: Skipped } | undefined
  for (const [kind, find] of finders) {
    const found = find(style, box)
    if (found && !('skipped' in found)) return { kind, found }
    if (found) skipped ??= { kind, found }
  }
  return skipped
}
