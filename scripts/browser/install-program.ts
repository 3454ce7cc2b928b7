import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** Containers run as root, where Chromium's sandbox refuses to work. */
export function isRoot(): boolean {
  return process.getuid?.() === 0
}

/**
 * Installs a package of Debian's, if this is Debian and root asks. Ubuntu's packages of browsers are stubs for snap, which
 * containers lack.
 */
export function installPackage(name: string): void {
  const isDebian = existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
  if (!isRoot() || !isDebian) return
  run('apt-get', ['update'])
  run('apt-get', ['install', '-y', name])
}

/** Downloads a browser as puppeteer does. @param browser with its version, as for `puppeteer browsers install` */
export function download(browser: string): void {
  // Downloads lack shared libraries, and only root can install them.
  const libraries = browser.startsWith('chrome') && process.platform === 'linux' && isRoot() ? ['--install-deps'] : []
  run('npx', ['puppeteer', 'browsers', 'install', browser, ...libraries])
}

function run(program: string, args: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync(program, args, { stdio: 'inherit', env, shell: process.platform === 'win32' })
}
