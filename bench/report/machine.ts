import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { cpus, platform, release, totalmem } from 'node:os'

/** What the figures hold for. */
export interface Setting {
  machine: string
  system: string
  browser: string
  node: string
  /** The commit that was measured; with a `+` where files had been changed since. */
  commit: string
  measuredAt: string
}

/** Its processors, by name and by what decides how fast bytes are multiplied, and its memory. */
export const machine = [
  `${cpus().length} × ${cpus()[0]?.model.trim()}`,
  ...(hasVnni() ? ['with AVX-VNNI'] : []),
  `${Math.round(totalmem() / 2 ** 30)} GB`,
].join(', ')

/** Only Linux tells. */
function hasVnni(): boolean {
  try {
    return /\bavx_vnni\b/.test(readFileSync('/proc/cpuinfo', 'utf8'))
  } catch {
    return false
  }
}

/** @param browser as Chromium calls itself */
export function settingOf(browser: string): Setting {
  const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim()
  return {
    machine,
    system: `${platform()} ${release()}`,
    browser: `${browser}, headless`,
    node: process.version,
    commit: git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain') ? '+' : ''),
    measuredAt: new Date().toISOString().slice(0, 16),
  }
}
