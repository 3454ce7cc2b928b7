import { parentOf } from './visible-box.ts'

/** Whether neither an element nor what it lies in is turned, skewed, mirrored or tilted: moved and scaled is upright. */
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
