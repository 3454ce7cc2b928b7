import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { benchDist } from '../../scripts/paths.ts'

const folder = fileURLToPath(new URL('.', import.meta.url))
const modules = join(folder, 'node_modules')
/** Where the benchmark pages find the peers. */
const target = join(benchDist, 'peers')

/**
 * Installs the runtimes to compare with and copies them to the folder of the benchmark pages. They have a package.json of their
 * own, so that only those who run this benchmark download their 400 MB.
 * @returns their versions by name
 * @throws Error if npm cannot install them
 */
export async function installPeers(): Promise<Record<string, string>> {
  const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const isThere = Object.entries(dependencies).every(([name, version]) => versionOf(name) === version)
  if (!isThere) {
    const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit' })
    if (status !== 0) throw new Error('npm could not install the runtimes to compare with: see above.')
  }
  await build({
    configFile: false,
    root: folder,
    logLevel: 'error',
    build: {
      outDir: target,
      emptyOutDir: true,
      target: 'chrome148',
      lib: {
        entry: { litert: join(folder, 'litert.js'), tfjs: join(folder, 'tfjs.js') },
        formats: ['es'],
        fileName: (_, name) => `${name}.js`,
      },
    },
  })
  cpSync(join(modules, '@litertjs/core/wasm'), join(target, 'litert'), { recursive: true })
  cpSync(join(modules, 'onnxruntime-web/dist'), join(target, 'ort'), {
    recursive: true,
    filter: path => !/\.(map|js)$/.test(path),
  })
  const wasm = 'tfjs-backend-wasm-simd.wasm'
  cpSync(join(modules, '@tensorflow/tfjs-backend-wasm/dist', wasm), join(target, wasm))
  return dependencies
}

function versionOf(name: string): string | undefined {
  const file = join(modules, name, 'package.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : undefined
}
