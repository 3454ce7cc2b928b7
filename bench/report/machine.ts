import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { cpus, platform, release, totalmem } from 'node:os'

/** The conditions of a measurement. */
export interface Setting {
  machine: string
  system: string
  browser: string
  node: string
  /** The measured commit, with a `+` if files have changed since. */
  commit: string
  measuredAt: string
}

/** The machine's memory and processors, and whether these have AVX-VNNI, which decides the speed of byte products. */
export const machine = [
  `${cpus().length} × ${cpus()[0]?.model.trim()}`,
  ...(hasVnni() ? ['with AVX-VNNI'] : []),
  `${Math.round(totalmem() / 2 ** 30)} GB`,
].join(', ')

/** Known only on Linux. */
function hasVnni(): boolean {
  try {
    return /\bavx_vnni\b/.test(readFileSync('/proc/cpuinfo', 'utf8'))
  } catch {
    return false
  }
}

/** @param browser the browser's name and version */
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
