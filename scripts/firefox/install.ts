import { download, installPackage } from '../browser/install-program.ts'
import { findFirefox } from './find.ts'

/**
 * Finds a Firefox that can run the extension, and installs one if there is none.
 * @returns its path
 * @throws Error that says what to do
 */
export function ensureFirefox(): string {
  const found = findFirefox()
  if (found) return found
  console.log('Found no Firefox. Installing one; this happens once …')
  installPackage('firefox-esr')
  if (!findFirefox()) download('firefox@esr')
  const installed = findFirefox()
  if (installed) return installed
  throw new Error('Could not install Firefox; see above. Install it yourself and set FIREFOX to its path.')
}
