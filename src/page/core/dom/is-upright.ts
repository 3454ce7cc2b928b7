import { parentOf } from './clipping.ts'

/** Whether neither an element nor an ancestor is rotated, skewed, mirrored or tilted. It may be moved and scaled. */
export function isUpright(target: Element): boolean {
  for (let node: Element | null = target; node; node = parentOf(node)) {
    const { transform, rotate, scale } = getComputedStyle(node)
    if (rotate !== 'none' || scale.includes('-')) return false
    if (transform === 'none') continue
    const { a, b, c, d, is2D } = new DOMMatrixReadOnly(transform)
    if (!is2D || b !== 0 || c !== 0 || a <= 0 || d <= 0) return false
  }
  return true
}
