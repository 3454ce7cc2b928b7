import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'
import { root } from '../paths.ts'
import { differences } from './differences.ts'
import { archiveName, RELEASE_FOLDER, SUMS } from './make-release.ts'
import { npmRun } from './npm-run.ts'

/** Somewhere else to build the release: how the sources get there, in a folder of its own, and what the environment says. */
interface Elsewhere {
  name: string
  fill(folder: string): Promise<void>
  env(folder: string): Record<string, string>
}

const elsewhere: Elsewhere[] = [
  { name: 'clean clone', fill: clone, env: () => ({}) },
  {
    name: 'Someone else’s größere Kopie',
    fill: clone,
    env: folder => ({
      USER: 'someone',
      LOGNAME: 'someone',
      HOME: dirname(folder),
      TZ: 'Pacific/Kiritimati',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
      SOURCE_DATE_EPOCH: '1',
    }),
  },
  { name: 'sources', fill: unpackSources, env: () => ({ TZ: 'America/Los_Angeles', LC_ALL: 'C' }) },
]

/**
 * Builds the release again: in a clean clone, in one of another user, with another folder, time zone and language, and from the
 * archive of the sources. Each installs the packages of the lock file anew.
 * @param expected the sums of the release that was made here
 * @returns what differs, one line each
 */
export async function rebuildElsewhere(expected: string): Promise<string[]> {
  const found: string[] = []
  for (const { name, fill, env } of elsewhere) {
    const parent = await mkdtemp(join(tmpdir(), 'apparel-lens-'))
    const folder = join(parent, name)
    try {
      await fill(folder)
      npmRun(folder, 'release', [], env(folder))
      const sums = await readFile(join(folder, RELEASE_FOLDER, SUMS), 'utf8')
      const differing = await differences(expected, sums, join(root, RELEASE_FOLDER), join(folder, RELEASE_FOLDER))
      found.push(...differing.map(line => `${name}: ${line}`))
      console.log(`${name}: ${differing.length === 0 ? 'the same' : 'different'}`)
    } finally {
      await rm(parent, { recursive: true, force: true })
    }
  }
  return found
}

async function clone(folder: string): Promise<void> {
  execFileSync('git', ['clone', '--quiet', root, folder])
}

async function unpackSources(folder: string): Promise<void> {
  const archive = await readFile(join(root, RELEASE_FOLDER, archiveName('sources')))
  for (const [path, bytes] of Object.entries(unzipSync(archive))) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), bytes)
  }
}
