import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { findChromium } from './find.ts'

/**
 * The path of a Chromium that can run the extension, installed first where there is none.
 * @throws Error with what to do about it
 */
export function ensureChromium(): string {
  const found = findChromium()
  if (found) return found
  console.log('Found no Chromium; installing one, which happens once …')
  if (isRoot() && isDebian()) {
    run('apt-get', ['update'])
    run('apt-get', ['install', '-y', 'chromium'])
  }
  if (!findChromium()) run('npx', ['puppeteer', 'browsers', 'install', 'chrome', ...withLibraries()])
  const installed = findChromium()
  if (installed) return installed
  throw new Error('Chromium could not be installed: see above. Install one yourself and set CHROMIUM to its path.')
}

/** Chromium's sandbox refuses to run as root, which is what containers do. */
export function isRoot(): boolean {
  return process.getuid?.() === 0
}

/** Debian itself: the package of that name in Ubuntu is a stub for snap, which containers have not. */
function isDebian(): boolean {
  return existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
}

function run(program: string, args: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync(program, args, { stdio: 'inherit', env, shell: process.platform === 'win32' })
}

/** The download brings no shared libraries, and only root can install them. */
function withLibraries(): string[] {
  return process.platform === 'linux' && isRoot() ? ['--install-deps'] : []
}
