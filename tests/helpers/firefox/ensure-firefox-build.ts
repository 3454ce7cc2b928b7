import { ensureChromium } from '../../../scripts/chromium/install.ts'
import { ensureFirefox } from '../../../scripts/firefox/install.ts'
import { dist, firefoxDist } from '../../../scripts/paths.ts'
import { ensureBuild } from '../ensure-build.ts'

/** Makes sure that the tests find a Firefox, the Chromium that some compare it with, and builds of the present sources. */
export default function setup(): void {
  ensureBuild(firefoxDist, 'firefox')
  ensureFirefox()
  ensureBuild(dist, 'chromium')
  ensureChromium()
}
