import { onAbort } from '../async/on-abort.ts'
import type { ActiveSites } from '../settings/active-sites.ts'
import type { Feature } from './feature.ts'
import type { PageState } from './page-state.ts'

/**
 * Runs the features that are wanted, each with a signal of its own that ends with `core.signal`.
 * @returns a function that starts and stops features; call it at once and whenever the settings or the page change
 */
export function runFeatures<Core extends { signal: AbortSignal }>(
  features: readonly Feature<Core>[],
  core: Core,
): (settings: ActiveSites | undefined, page: PageState) => void {
  const running = new Map<Feature<Core>, AbortController>()
  onAbort(core.signal, () => {
    for (const controller of running.values()) controller.abort()
  })
  return (settings, page) => {
    for (const feature of features) {
      const controller = running.get(feature)
      const isWanted = feature.isWanted(settings, page) && !core.signal.aborted
      if (isWanted === Boolean(controller)) continue
      if (controller) {
        running.delete(feature)
        controller.abort()
      } else {
        const own = new AbortController()
        running.set(feature, own)
        feature.start({ ...core, signal: own.signal })
      }
    }
  }
}
