import { controlReasons } from './control-signals.ts'
import { openGraphReasons } from './open-graph.ts'
import { topicReasons } from './page-topic.ts'
import { platformReasons } from './platforms.ts'
import { typeReasons } from './schema-types.ts'
import { textReasons } from './text-signals.ts'
import type { ShopReason, ShopVerdict } from './verdict.ts'

/** The score from which a page counts as a shop. A cart and price tags are enough. */
const MIN_SCORE = 4

const signals = [typeReasons, openGraphReasons, platformReasons, topicReasons, controlReasons, textReasons]

/**
 * Decides whether a page sells goods, and why. The work is bounded however large the page is, and nothing that the page
 * contains makes it throw.
 */
export function detectShop(page: Document): ShopVerdict {
  const found = signals.flatMap(signal => safely(signal, page))
  // Two signals may give the same reason, as JSON-LD and Open Graph do for an article. It counts once, at its greatest weight.
  const strongestLast = found.toSorted((a, b) => Math.abs(a.weight) - Math.abs(b.weight))
  const strongest = new Map(strongestLast.map(reason => [reason.id, reason]))
  const reasons = found.filter(reason => strongest.get(reason.id) === reason)
  const score = reasons.reduce((sum, { weight }) => sum + weight, 0)
  return { isShop: score >= MIN_SCORE, score, reasons }
}

/** A page can clobber `document.querySelectorAll` with elements. It then loses the signal, and nothing else breaks. */
function safely(signal: (page: Document) => ShopReason[], page: Document): ShopReason[] {
  try {
    return signal(page)
  } catch {
    return []
  }
}
