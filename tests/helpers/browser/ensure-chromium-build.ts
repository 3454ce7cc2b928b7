import { ensureChromium } from '../../../scripts/chromium/install.ts'
import { dist } from '../../../scripts/paths.ts'
import { ensureBuild } from '../ensure-build.ts'

/** Makes sure that end-to-end tests find a Chromium and a build of the present sources. */
export default function setup(): void {
  ensureBuild(dist, 'chromium')
  ensureChromium()
}
