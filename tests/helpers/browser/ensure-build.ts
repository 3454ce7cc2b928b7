import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { ensureChromium } from '../../../scripts/chromium/install.ts'
import { dist, root } from '../../../scripts/paths.ts'

/** Everything that goes into a build. */
const SOURCES = [
  'src',
  'public',
  'icons',
  'models',
  'scripts',
  'manifest.json',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
]
/** Tests are not built, and the kernels are compiled by the build itself. */
const NOT_A_SOURCE = /\.test\.tsx?$|kernels.*\.wasm/

/** Makes sure that end-to-end tests find a Chromium and a build of the present sources. */
export default function setup(): void {
  const reason = reasonToBuild()
  if (reason) {
    console.log(`Building the extension: ${reason}.`)
    const vite = join(root, 'node_modules/vite/bin/vite.js')
    const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'error'], {
      cwd: root,
      stdio: 'inherit',
    })
    if (status !== 0) throw new Error('The extension does not build: see above.')
  }
  ensureChromium()
}

function reasonToBuild(): string | undefined {
  const built = join(dist, 'manifest.json')
  if (!existsSync(built)) return 'there is none in dist/'
  // The build writes its manifest last.
  const builtAt = statSync(built).mtimeMs
  const newer = SOURCES.flatMap(filesIn).find(file => statSync(file).mtimeMs > builtAt)
  return newer && `${relative(root, newer)} is newer than dist/`
}

function filesIn(source: string): string[] {
  const path = join(root, source)
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !NOT_A_SOURCE.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
}
