import { controlReasons } from './controls.ts'
import { openGraphReasons } from './open-graph.ts'
import { platformReasons } from './platforms.ts'
import { textReasons } from './texts.ts'
import { typeReasons } from './types.ts'
import type { ShopReason, ShopVerdict } from './verdict.ts'

/** Points from which a page is taken for a shop: a cart and price tags together, for one. */
const ENOUGH = 4

const signals = [typeReasons, openGraphReasons, platformReasons, controlReasons, textReasons]

/**
 * Tells whether goods are sold on a page, and why. The work is bounded, however large the page is, and nothing that a
 * page contains makes it throw.
 */
export function detectShop(page: Document): ShopVerdict {
  const found = signals.flatMap(signal => safely(signal, page))
  // Two signals may give the same reason, as JSON-LD and Open Graph do for an article: it counts once.
  const reasons = [...new Map(found.map(reason => [reason.id, reason])).values()]
  const score = reasons.reduce((sum, { weight }) => sum + weight, 0)
  return { isShop: score >= ENOUGH, score, reasons }
}

/** A page can put elements in the place of `document.querySelectorAll`: that costs it the signal, and nothing else. */
function safely(signal: (page: Document) => ShopReason[], page: Document): ShopReason[] {
  try {
    return signal(page)
  } catch {
    return []
  }
}
