import { spawnSync } from 'node:child_process'

/**
 * Runs an npm script with the npm that runs this one, because `npm` may not be on the path.
 * @throws Error if it fails
 */
export function npmRun(folder: string, script: string, args: string[], env: Record<string, string> = {}): void {
  const cli = process.env.npm_execpath
  const options = { cwd: folder, env: { ...process.env, ...env }, stdio: ['ignore', 2, 2] as ['ignore', 2, 2] }
  const line = ['run', '--silent', script, ...(args.length > 0 ? ['--', ...args] : [])]
  const { status } = cli?.endsWith('.js')
    ? spawnSync(process.execPath, [cli, ...line], options)
    : spawnSync('npm', line, { ...options, shell: process.platform === 'win32' })
  if (status !== 0) throw new Error(`npm run ${script} failed in ${folder}.`)
}
