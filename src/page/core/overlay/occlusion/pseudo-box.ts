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
  const isWhole = style.boxSizing === 'border-box'
  const width = pixels('width', ...(isWhole ? [] : ['padding-left', 'padding-right']))
  const height = pixels('height', ...(isWhole ? [] : ['padding-top', 'padding-bottom']))
  return { left, top, right: left + width, bottom: top + height }
}
