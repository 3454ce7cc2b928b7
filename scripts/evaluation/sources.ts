import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { Refusal } from '../refusal.ts'

/** A line of `manifest.csv`: a picture and its source. */
export interface Listed {
  /** Relative to the manifest's folder, with slashes. */
  file: string
  label: string
  source: string
  split: string
}

/**
 * Parses a manifest: a header with at least the columns of `Listed`, then a line for each picture. Quoted cells are not
 * supported, because no name in these data sets needs them.
 * @throws Refusal that names the line which does not parse
 */
export function parseManifest(text: string): Listed[] {
  const [header = '', ...lines] = text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n/)
  const columns = header.split(',')
  const positions = (['file', 'label', 'source', 'split'] as const).map(name => {
    const position = columns.indexOf(name)
    if (position < 0) throw new Refusal(`the manifest's header has no column "${name}": ${header.slice(0, 80)}`)
    return [name, position] as const
  })
  return lines.map((line, i) => {
    const cells = line.split(',')
    if (line.includes('"')) throw new Refusal(`the manifest's line ${i + 2} has a quoted cell, which is not supported`)
    if (cells.length !== columns.length)
      throw new Refusal(`the manifest's line ${i + 2} has ${cells.length} cells, the header ${columns.length}`)
    return Object.fromEntries(positions.map(([name, position]) => [name, cells[position]])) as unknown as Listed
  })
}

/**
 * The source of each picture by its absolute path, from the manifest beside a folder; empty where there is none.
 * A manifest that cannot be read is told and done without: it may be another project's.
 */
export async function readSources(folder: string): Promise<Map<string, string>> {
  const root = dirname(resolve(folder))
  const path = join(root, 'manifest.csv')
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) return new Map()
  try {
    return new Map(parseManifest(text).map(({ file, source }) => [join(root, ...file.split('/')), source]))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    console.error(`no figures by source: ${path}: ${error.message}`)
    return new Map()
  }
}

/** Pictures by source, sources in alphabetical order; empty where the source of none is known. */
export function bySource<T extends { file: string }>(pictures: T[], sources: Map<string, string>): Map<string, T[]> {
  const sourceOf = ({ file }: T) => sources.get(resolve(file))
  if (!pictures.some(sourceOf)) return new Map()
  const names = pictures.map(one => sourceOf(one) ?? 'not in the manifest')
  const group = (name: string) => pictures.filter((_, i) => names[i] === name)
  return new Map([...new Set(names)].sort().map(name => [name, group(name)]))
}
