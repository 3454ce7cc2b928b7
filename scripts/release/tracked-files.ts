import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../paths.ts'
import type { PackedFile } from './zip.ts'

/** Git's mode of a file that can be run. */
const EXECUTABLE = '100755'

/**
 * Reads the files that git tracks, by path.
 * @returns undefined where there is no repository, as in the unpacked sources
 * @throws Error if a file differs from the commit, or if there are others: nobody could rebuild that
 */
export async function readTrackedFiles(): Promise<Record<string, PackedFile> | undefined> {
  if (!existsSync(join(root, '.git'))) return undefined
  const changes = git('status', '--porcelain')
  if (changes) throw new Error(`A release needs a clean checkout. Commit or remove these first:\n${changes.trimEnd()}`)
  const files: Record<string, PackedFile> = {}
  for (const line of git('ls-files', '--stage', '-z').split('\0').filter(Boolean)) {
    const [about = '', path = ''] = line.split('\t')
    files[path] = { bytes: await readFile(join(root, path)), isExecutable: about.startsWith(EXECUTABLE) }
  }
  return files
}

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
}
