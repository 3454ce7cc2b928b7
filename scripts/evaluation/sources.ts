import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { Refusal } from '../refusal.ts'

/** A line of `manifest.csv`: a picture and what is known of it. Cells of columns that the manifest lacks are ''. */
export interface Listed {
  /** Relative to the manifest's folder, with slashes. */
  file: string
  label: string
  source: string
  split: string
  /** Shop, sender or product: pictures of one group look alike. '' if unknown. */
  group: string
  /** A finer label; '' if unknown. */
  kind: string
  /** How the picture was taken: product, worn, lifestyle or drawn; '' if unknown. */
  shot: string
}

const COLUMNS = ['file', 'label', 'source', 'split', 'group', 'kind', 'shot'] as const
/** A quoted or a plain cell, with the comma before it. */
const CELL = /(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g

/**
 * Parses a manifest: a header that names the columns, then a line for each picture. A cell may not contain a line break.
 * @param required columns that the manifest must have
 * @throws Refusal that names the column that is missing, or the line that does not parse
 */
export function parseManifest(text: string, required: readonly (keyof Listed)[] = ['file']): Listed[] {
  const [header = '', ...lines] = text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n/)
  const columns = cellsOf(header)
  const missing = required.find(name => !columns?.includes(name))
  if (!columns || missing)
    throw new Refusal(`the manifest's header has no column "${missing ?? 'file'}": ${header.slice(0, 80)}`)
  const positions = COLUMNS.map(name => [name, columns.indexOf(name)] as const)
  return lines.map((line, i) => {
    const cells = cellsOf(line)
    if (!cells) throw new Refusal(`the manifest's line ${i + 2} has a quote that is out of place`)
    if (cells.length !== columns.length)
      throw new Refusal(`the manifest's line ${i + 2} has ${cells.length} cells, the header ${columns.length}`)
    return Object.fromEntries(positions.map(([name, at]) => [name, cells[at] ?? ''])) as unknown as Listed
  })
}

function cellsOf(line: string): string[] | undefined {
  const cells = [...line.matchAll(CELL)]
  const length = cells.reduce((sum, [text]) => sum + text.length, 0)
  return length === line.length
    ? cells.map(([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain)
    : undefined
}

/**
 * Reads the manifest in a folder, or else the one beside it, and indexes its lines by the absolute path of each picture. Files
 * may be relative to the manifest or to the folder. The result is empty if there is no manifest. An invalid manifest may belong
 * to another project, so it is reported and ignored.
 */
export async function readManifest(folder: string): Promise<Map<string, Listed>> {
  for (const root of [resolve(folder), dirname(resolve(folder))]) {
    const path = join(root, 'manifest.csv')
    const text = await readFile(path, 'utf8').catch(() => null)
    if (text === null) continue
    try {
      const listed = parseManifest(text)
      const under = (base: string) => listed.map(one => [join(base, ...one.file.split('/')), one] as const)
      return new Map([...under(resolve(folder)), ...under(root)])
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      console.error(`no figures by source: ${path}: ${error.message}`)
    }
  }
  return new Map()
}

/** Groups pictures by source, in alphabetical order. The result is empty if no picture has a known source. */
export function bySource<T extends { file: string }>(pictures: T[], manifest: Map<string, Listed>): Map<string, T[]> {
  return groupedBy(pictures, manifest, 'source')
}

/** Groups pictures by shot, in alphabetical order, leaving out pictures whose shot is unknown. */
export function byShot<T extends { file: string }>(pictures: T[], manifest: Map<string, Listed>): Map<string, T[]> {
  const known = pictures.filter(({ file }) => manifest.get(resolve(file))?.shot)
  return groupedBy(known, manifest, 'shot')
}

/** Adds each picture's kind from the manifest, unless its folder already names one. */
export function withKinds<T extends { file: string; kind: string }>(pictures: T[], manifest: Map<string, Listed>): T[] {
  return pictures.map(one => ({ ...one, kind: one.kind || (manifest.get(resolve(one.file))?.kind ?? '') }))
}

/** The group of pictures that the manifest does not list, or of which it does not tell. */
const UNKNOWN = 'not in the manifest'

function groupedBy<T extends { file: string }>(
  pictures: T[],
  manifest: Map<string, Listed>,
  column: 'source' | 'shot',
): Map<string, T[]> {
  const sourceOf = ({ file }: T) => manifest.get(resolve(file))?.[column]
  if (!pictures.some(sourceOf)) return new Map()
  const names = pictures.map(one => sourceOf(one) || UNKNOWN)
  const group = (name: string) => pictures.filter((_, i) => names[i] === name)
  return new Map([...new Set(names)].sort().map(name => [name, group(name)]))
}
