import { createHash } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import project from '../../package.json' with { type: 'json' }
import { packFolder } from '../packed.ts'
import { out, root } from '../paths.ts'
import { builds } from './builds.ts'
import { npmRun } from './npm-run.ts'
import { checkTag, releaseNotes } from './release-notes.ts'
import { readTrackedFiles } from './tracked-files.ts'
import { zip } from './zip.ts'

/** The list of archives with their SHA-256, as `sha256sum` writes it. */
export const SUMS = 'SHA256SUMS'
/** Where the release is written, within the repository. */
export const RELEASE_FOLDER = 'out/release'
const { version } = project

/** The name of an archive of this version. */
export function archiveName(of: string): string {
  return `apparel-lens-${version}-${of}.zip`
}

/**
 * Builds and packs every browser's extension and the sources, with a list of SHA-256 sums and release notes. Where there is no
 * git repository, there is no archive of the sources.
 * @param tag the tag that releases this version, if it is released now
 * @returns the list of sums
 * @throws Error that says why there can be no release
 */
export async function makeRelease(tag?: string): Promise<string> {
  const changelog = await readFile(join(root, 'CHANGELOG.md'), 'utf8')
  if (tag !== undefined) checkTag(tag, changelog, version)
  const sources = await readTrackedFiles()
  const archives: Record<string, Uint8Array> = {}
  for (const { browser, args, folder } of builds) {
    npmRun(root, 'build', args)
    archives[archiveName(browser)] = await packFolder(folder)
  }
  if (sources) archives[archiveName('sources')] = zip(sources)
  const sums = Object.entries(archives).map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`)

  const folder = join(out, 'release')
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  for (const [name, bytes] of Object.entries(archives)) await writeFile(join(folder, name), bytes)
  await writeFile(join(folder, SUMS), sums.join(''))
  await writeFile(join(folder, 'notes.md'), releaseNotes(changelog, version))
  return sums.join('')
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
