import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The paths at which programs of these names would be found. */
export function onPath(...names: string[]): string[] {
  return (process.env.PATH ?? '').split(delimiter).flatMap(folder => names.map(name => join(folder, name)))
}

/** Whether a file can be run. */
export function isRunnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Major version of a browser; 0 if the program does not print one. On Windows `--version` opens a window. */
export function majorVersion(path: string): number {
  const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 30_000 })
  return Number(/(\d+)(\.\d+)+/.exec(stdout ?? '')?.[1] ?? 0)
}
