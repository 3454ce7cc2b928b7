import type { Box } from '../../dom/box.ts'
import { parentOf } from '../../dom/clipping.ts'
import { rectOf } from '../../dom/unclobbered.ts'

/**
 * The box of a positioned pseudo-element, such as a label that only the style sheet knows; undefined if there is none. No
 * rectangle of it can be read, but its computed style is the one in use.
 */
export function pseudoBoxOf(element: Element, pseudo: '::before' | '::after'): Box | undefined {
  const style = getComputedStyle(element, pseudo)
  if (style.content === 'none' || style.position !== 'absolute') return undefined
  const pixels = (...names: string[]) =>
    names.reduce((sum, name) => sum + (Number.parseFloat(style.getPropertyValue(name)) || 0), 0)
  let block: Element | null = element
  while (block && getComputedStyle(block).position === 'static') block = parentOf(block)
  const frame = block && rectOf(block)
  if (!frame) return undefined
  const left = frame.left + pixels('left', 'margin-left')
  const top = frame.top + pixels('top', 'margin-top')
  // Too large by the padding where that is part of the width. Nobody minds if a badge keeps away from a label.
  const right = left + pixels('width', 'padding-left', 'padding-right')
  const bottom = top + pixels('height', 'padding-top', 'padding-bottom')
  return { left, top, right, bottom }
}
