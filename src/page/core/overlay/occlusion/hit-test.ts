/** A hit test that takes longer is worth remembering: thousands of elements may lie on top of each other. */
const EXPENSIVE_MS = 2
/** An expensive hit test is reused for so many times as long as it took. */
const REUSE_FACTOR = 20

interface HitTest {
  root: Document | ShadowRoot
  x: number
  y: number
  elements: Element[]
  /** Value of `changeCount` at that time. */
  version: number
  /** As of `performance.now()`. */
  validUntil: number
}

let expensive: HitTest[] = []
/** How often the page may have changed. */
export let changeCount = 0
/** How many hit tests from before a change have been reused. */
export let outdatedCount = 0

/** Marks all results as outdated. Call it when something may cover badges that did not before. */
export function invalidateOcclusion(): void {
  changeCount++
}

/**
 * The elements at a point of the viewport, top to bottom, as `elementsFromPoint` returns them. The result of an expensive
 * test is reused for a moment, because pictures that lie in the same place all ask for the same points. If the page has
 * changed meanwhile, that counts in `outdatedCount`.
 */
export function elementsAtPoint(root: Document | ShadowRoot, x: number, y: number): Element[] {
  const start = performance.now()
  expensive = expensive.filter(({ validUntil }) => validUntil > start)
  const known = expensive.find(test => test.root === root && test.x === x && test.y === y)
  if (known) {
    if (known.version !== changeCount) outdatedCount++
    return known.elements
  }
  const elements = root.elementsFromPoint(x, y)
  const end = performance.now()
  if (end - start > EXPENSIVE_MS)
    expensive.push({ root, x, y, elements, version: changeCount, validUntil: end + (end - start) * REUSE_FACTOR })
  return elements
}
