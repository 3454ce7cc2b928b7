import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureChromium } from '../../../scripts/chromium/install.ts'
import { dist } from '../../../scripts/paths.ts'

/** What each of these tests needs: the built extension and a Chromium. */
export default function setup(): void {
  if (!existsSync(join(dist, 'manifest.json'))) throw new Error('There is no extension in dist/: run npm run build.')
  ensureChromium()
}
