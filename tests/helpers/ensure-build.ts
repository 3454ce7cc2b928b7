import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { BrowserName } from '../../scripts/build/build-for.ts'
import { root } from '../../scripts/paths.ts'
import { BUILD_SOURCES } from './build-sources.ts'

/** Tests are not built, and the kernels are compiled by the build itself. */
const NOT_A_SOURCE = /\.test\.tsx?$|kernels.*\.wasm/

/**
 * Makes sure that a folder holds a build of the present sources.
 * @throws Error if the extension does not build
 */
export function ensureBuild(folder: string, browser: BrowserName): void {
  const reason = reasonToBuild(folder)
  if (!reason) return
  console.log(`Building the extension for ${browser}: ${reason}.`)
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'error'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, BUILD_BROWSER: browser },
  })
  if (status !== 0) throw new Error('The extension does not build: see above.')
}

function reasonToBuild(folder: string): string | undefined {
  const built = join(folder, 'manifest.json')
  const name = relative(root, folder)
  if (!existsSync(built)) return `there is none in ${name}/`
  // The build writes its manifest last.
  const builtAt = statSync(built).mtimeMs
  const newer = BUILD_SOURCES.flatMap(filesIn).find(file => statSync(file).mtimeMs > builtAt)
  return newer && `${relative(root, newer)} is newer than ${name}/`
}

function filesIn(source: string): string[] {
  const path = join(root, source)
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !NOT_A_SOURCE.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
}
