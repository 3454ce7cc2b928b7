import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { isRunnable, majorVersion, onPath } from '../browser/programs.ts'
import { root } from '../paths.ts'
import { OLDEST_FIREFOX } from './manifest.ts'

/**
 * Finds a Firefox that can run the extension: the one that `FIREFOX` names, an installed one, or puppeteer's download.
 * @returns its path, or undefined if there is none
 * @throws Error if the one that the environment names cannot be used
 */
export function findFirefox(): string | undefined {
  const named = process.env.FIREFOX
  if (!named)
    return [installed, downloaded].flatMap(paths => paths().find(path => version(path) >= OLDEST_FIREFOX) ?? [])[0]
  if (!isRunnable(named)) throw new Error(`${named} cannot be run. FIREFOX must be the path of a Firefox.`)
  const found = version(named)
  if (found < OLDEST_FIREFOX)
    throw new Error(`${named} is version ${found}; Apparel Lens needs Firefox ${OLDEST_FIREFOX} or newer.`)
  return named
}

function installed(): string[] {
  return [
    ...onPath('firefox-esr', 'firefox'),
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ].filter(isRunnable)
}

/** Puppeteer itself looks only for the version that it was released with, which may be older than ours. */
function downloaded(): string[] {
  const puppeteer = join(root, 'node_modules/puppeteer/lib/cjs/puppeteer/node/cli.js')
  const { stdout } = spawnSync(process.execPath, [puppeteer, 'browsers', 'list'], { encoding: 'utf8' })
  return [...(stdout ?? '').matchAll(/^firefox@.*?\) (.+)$/gm)].map(([, path = '']) => path.trim()).filter(isRunnable)
}

function version(path: string): number {
  // On Windows Firefox prints nothing. The extension's manifest refuses one that is too old.
  return process.platform === 'win32' ? OLDEST_FIREFOX : majorVersion(path)
}
