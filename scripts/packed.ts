import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { type Zippable, zipSync } from 'fflate'
import { dist } from './paths.ts'

/** The built extension as the zip that the Web Store takes. The same build gives the same bytes. */
export async function packDist(): Promise<Uint8Array> {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true })
  const paths = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  const files: Zippable = {}
  for (const path of paths.sort()) files[relative(dist, path).split(sep).join('/')] = await readFile(path)
  return zipSync(files, { level: 9, mtime: '1980-01-01T00:00:00' })
}

/** Bytes of what is put into every page of a switched-on site. */
export async function contentScriptSize(): Promise<number> {
  return (await stat(join(dist, 'src/page/content-script.js'))).size
}
