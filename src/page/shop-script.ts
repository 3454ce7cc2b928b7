/**
 * The shop script. It is injected into every page while all shops are badged, and calls the content script to those that
 * are shops. The popup injects it too, to ask why a page does or does not count as a shop.
 */
import { readActiveSites, watchActiveSites } from '../settings/active-sites.ts'
import { shopFeatures } from './features.ts'
import type { PageState } from './page-state.ts'
import { runFeatures } from './run-features.ts'
import { startOnce } from './single-instance.ts'

startOnce('apparelLensShop', ({ signal }) => {
  const update = runFeatures(shopFeatures, { signal })
  const page: PageState = { origins: [location.origin], isShop: false }
  update(undefined, page)
  watchActiveSites(settings => update(settings, page), signal)
  void readActiveSites().then(settings => update(settings, page))
})
