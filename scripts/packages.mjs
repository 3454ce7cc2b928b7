import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = new URL('../', import.meta.url)

/**
 * Installs the npm packages in `package-lock.json`, unless they are installed.
 * @throws Error that says what to do
 */
export function installPackages() {
  if (installed()) return
  // Standard output is for what the command itself prints.
  console.error('Installing the npm packages; this happens once …')
  const { status, error } = npm('ci', '--no-audit', '--no-fund')
  if (error) throw new Error(`npm did not start: ${error.message}`)
  if (status !== 0) throw new Error('npm could not install the packages; see above. Is the network reachable?')
}

/** Runs npm: the one that runs this script if there is one, because `npm` may not be on the path. */
function npm(...args) {
  const cli = process.env.npm_execpath
  const options = { cwd: fileURLToPath(root), stdio: ['ignore', 2, 2] }
  if (cli?.endsWith('.js')) return spawnSync(process.execPath, [cli, ...args], options)
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
}

/**
 * Compares the lock file with npm's record of what it installed, `node_modules/.package-lock.json`. Contents count, not dates:
 * a checkout touches the lock file without changing it. Optional packages for other platforms may be missing.
 */
function installed() {
  const wanted = packages('package-lock.json')
  const present = packages('node_modules/.package-lock.json')
  if (!wanted || !present) return false
  return Object.entries(wanted).every(([path, { version, integrity, optional, peer }]) => {
    if (path === '') return true
    const found = present[path]
    if (!found) return Boolean(optional || peer)
    return found.version === version && found.integrity === integrity && existsSync(new URL(path, root))
  })
}

/** @returns {Record<string, { version?: string, integrity?: string, optional?: boolean, peer?: boolean }> | undefined} */
function packages(file) {
  const url = new URL(file, root)
  return existsSync(url) ? JSON.parse(readFileSync(url, 'utf8')).packages : undefined
}
