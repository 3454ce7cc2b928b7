import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { type Zippable, zipSync } from 'fflate'
import { dist } from './paths.ts'

/** Zips the built extension for the Web Store. The same build gives the same bytes. */
export async function packDist(): Promise<Uint8Array> {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true })
  const paths = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  const files: Zippable = {}
  for (const path of paths.sort()) files[relative(dist, path).split(sep).join('/')] = await readFile(path)
  return zipSync(files, { level: 9, mtime: '1980-01-01T00:00:00' })
}

/** Size in bytes of the script that is injected into every page of a switched-on site. */
export async function contentScriptSize(): Promise<number> {
  return (await stat(join(dist, 'src/page/content-script.js'))).size
}

/** Size in bytes of the host's script with its static imports: what the browser parses before the host can start. */
export async function hostScriptSize(): Promise<number> {
  const page = await readFile(join(dist, 'src/inference/index.html'), 'utf8')
  const [, entry] = /src="\/([^"]+)"/.exec(page) ?? []
  if (!entry) throw new Error('The built host page has no script.')
  const files = new Set([join(dist, entry)])
  let bytes = 0
  // Iterating a Set also visits what the loop adds.
  for (const file of files) {
    const code = await readFile(file, 'utf8')
    bytes += code.length
    for (const [, imported = ''] of code.matchAll(/(?:from|import)"(\.[^"]+)"/g)) files.add(join(file, '..', imported))
  }
  return bytes
}
