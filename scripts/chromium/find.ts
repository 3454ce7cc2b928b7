import puppeteer from 'puppeteer'
import manifest from '../../manifest.json' with { type: 'json' }
import { isRunnable, majorVersion, onPath } from '../browser/programs.ts'

const oldest = Number(manifest.minimum_chrome_version)

/**
 * Finds a Chromium that can run the extension: the one in `CHROMIUM` or `PUPPETEER_EXECUTABLE_PATH`, an installed one, or
 * puppeteer's download. It ignores Google Chrome: since version 137, branded builds do not load unpacked extensions from the
 * command line.
 * @returns its path, or undefined if there is none
 * @throws Error if the one that the environment names cannot be used
 */
export function findChromium(): string | undefined {
  const named = process.env.CHROMIUM ?? process.env.PUPPETEER_EXECUTABLE_PATH
  if (!named) return places().find(path => version(path) >= oldest)
  if (!isRunnable(named)) throw new Error(`${named} cannot be run. CHROMIUM must be the path of a Chromium.`)
  const found = version(named)
  if (found < oldest) throw new Error(`${named} is version ${found}; Apparel Lens needs Chromium ${oldest} or newer.`)
  return named
}

function places(): string[] {
  const ofMac = ['Chromium', 'Google Chrome for Testing'].map(
    name => `/Applications/${name}.app/Contents/MacOS/${name}`,
  )
  return [...onPath('chromium', 'chromium-browser'), ...ofMac, ...downloaded()].filter(isRunnable)
}

function downloaded(): string[] {
  try {
    return [puppeteer.executablePath()]
  } catch {
    return [] // puppeteer throws if it has downloaded none
  }
}

function version(path: string): number {
  // On Windows `--version` opens a window. Only a named or downloaded browser gets here, so it is new enough.
  return process.platform === 'win32' ? oldest : majorVersion(path)
}
