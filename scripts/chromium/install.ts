import { download, installPackage } from '../browser/install-program.ts'
import { findChromium } from './find.ts'

/**
 * Finds a Chromium that can run the extension, and installs one if there is none.
 * @returns its path
 * @throws Error that says what to do
 */
export function ensureChromium(): string {
  const found = findChromium()
  if (found) return found
  console.log('Found no Chromium. Installing one; this happens once …')
  installPackage('chromium')
  if (!findChromium()) download('chrome')
  const installed = findChromium()
  if (installed) return installed
  throw new Error('Could not install Chromium; see above. Install it yourself and set CHROMIUM to its path.')
}
