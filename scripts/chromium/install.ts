import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
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
  if (isRoot() && isDebian()) {
    run('apt-get', ['update'])
    run('apt-get', ['install', '-y', 'chromium'])
  }
  if (!findChromium()) run('npx', ['puppeteer', 'browsers', 'install', 'chrome', ...withLibraries()])
  const installed = findChromium()
  if (installed) return installed
  throw new Error('Could not install Chromium; see above. Install it yourself and set CHROMIUM to its path.')
}

/** Containers run as root, where Chromium's sandbox refuses to work. */
export function isRoot(): boolean {
  return process.getuid?.() === 0
}

/** Debian itself. Ubuntu's package `chromium` is a stub for snap, which containers lack. */
function isDebian(): boolean {
  return existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
}

function run(program: string, args: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync(program, args, { stdio: 'inherit', env, shell: process.platform === 'win32' })
}

/** The download lacks shared libraries, and only root can install them. */
function withLibraries(): string[] {
  return process.platform === 'linux' && isRoot() ? ['--install-deps'] : []
}
