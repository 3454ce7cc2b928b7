/** The content script. It is injected into switched-on sites, into shops, and by a right click. */
import { handlePageMessages } from '../messages/handle.ts'
import { type ActiveSites, readActiveSites, watchActiveSites } from '../settings/active-sites.ts'
import { createPageCore } from './core/page-core.ts'
import type { Feature } from './feature.ts'
import { contentFeatures } from './features.ts'
import { frameOrigins } from './frame-origins.ts'
import { isLeftToShopDetection, type PageState, type PageStateMessages } from './page-state.ts'
import { runFeatures } from './run-features.ts'
import { startOnce } from './single-instance.ts'
import { onStaleContext } from './stale-context.ts'

function start(life: AbortController): (features: readonly Feature[]) => void {
  const { signal } = life
  onStaleContext(() => life.abort(), signal)
  const { core, applySettings } = createPageCore(signal)
  const updates: ReturnType<typeof runFeatures>[] = []
  const page: PageState = { origins: frameOrigins(), isShop: false }
  let settings: ActiveSites | undefined

  function follow(now: ActiveSites): void {
    settings = now
    applySettings(now)
    // The user's choice for a site outranks the verdict. Once the choice is cleared, the shop script decides again.
    page.isShop &&= isLeftToShopDetection(now, page)
    for (const update of updates) update(now, page)
  }

  const handlers = {
    'found-shop': ({ isShop }: { isShop: boolean }) => {
      page.isShop = isShop
      if (settings) follow(settings)
    },
  }
  handlePageMessages<PageStateMessages>(handlers, signal)
  function add(features: readonly Feature[]): void {
    const update = runFeatures(features, core)
    updates.push(update)
    // A message may follow the injection at once: what answers one listens before the settings are known.
    update(settings, page)
  }
  add(contentFeatures)
  watchActiveSites(follow, signal)
  void readActiveSites().then(follow)
  return add
}

startOnce('apparelLensContent', start)
