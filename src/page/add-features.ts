import type { Feature } from './feature.ts'
import { startOnce } from './single-instance.ts'

/**
 * Adds the features of a script that is injected late to those of the content script in its frame, whose core they share.
 * Does nothing in a frame without a content script.
 */
export function addFeatures(
  name: 'apparelLensAnswers' | 'apparelLensAltTexts' | 'apparelLensOutfits' | 'apparelLensReport',
  features: readonly Feature[],
): void {
  // A page may have an element with that id. A frame that is still loading gets its content script later, and then a new try.
  const content = Object.hasOwn(globalThis, 'apparelLensContent') ? globalThis.apparelLensContent : undefined
  if (!content) return
  startOnce(name, () => {
    content.add?.(features)
    return undefined
  })
}
