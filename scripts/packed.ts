import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { dist } from './paths.ts'
import { type PackedFile, zip } from './release/zip.ts'

/** Zips a built extension for the stores. The same build gives the same bytes. */
export async function packFolder(folder: string): Promise<Uint8Array> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files: Record<string, PackedFile> = {}
  for (const entry of entries.filter(entry => entry.isFile())) {
    const path = join(entry.parentPath, entry.name)
    files[relative(folder, path).split(sep).join('/')] = { bytes: await readFile(path), isExecutable: false }
  }
  return zip(files)
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
