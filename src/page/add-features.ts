import type { Feature } from './feature.ts'
import { startOnce } from './single-instance.ts'

/**
 * Adds the features of a script that is injected late to those of the content script in its frame, whose core they share.
 * Does nothing in a frame without a content script.
 */
export function addFeatures(
  name: 'apparelLensAnswers' | 'apparelLensAltTexts' | 'apparelLensReport',
  features: readonly Feature[],
): void {
  startOnce(name, () => {
    globalThis.apparelLensContent?.add?.(features)
    return undefined
  })
}
