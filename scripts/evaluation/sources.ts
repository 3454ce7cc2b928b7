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
  /** A finer label; '' if unknown, undefined if the manifest has no such column. */
  kind?: string
  /** How the picture was taken: product, worn, lifestyle or drawn; '' or undefined in the same cases as `kind`. */
  shot?: string
}

/**
 * Parses a manifest: a header with at least the required columns of `Listed`, then a line for each picture.
 * Quoted cells are not supported, because no name in these data sets needs them.
 * @throws Refusal that names the line if one does not parse
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
  const more = ['kind', 'shot'].map(name => [name, columns.indexOf(name)] as const).filter(([, at]) => at >= 0)
  return lines.map((line, i) => {
    const cells = line.split(',')
    if (line.includes('"')) throw new Refusal(`the manifest's line ${i + 2} has a quoted cell, which is not supported`)
    if (cells.length !== columns.length)
      throw new Refusal(`the manifest's line ${i + 2} has ${cells.length} cells, the header ${columns.length}`)
    return Object.fromEntries(
      [...positions, ...more].map(([name, position]) => [name, cells[position]]),
    ) as unknown as Listed
  })
}

/**
 * Reads the manifest beside a folder and indexes its lines by the absolute path of each picture.
 * The result is empty if there is no manifest. An invalid manifest may belong to another project, so it is reported and ignored.
 */
export async function readManifest(folder: string): Promise<Map<string, Listed>> {
  const root = dirname(resolve(folder))
  const path = join(root, 'manifest.csv')
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) return new Map()
  try {
    return new Map(parseManifest(text).map(one => [join(root, ...one.file.split('/')), one]))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    console.error(`no figures by source: ${path}: ${error.message}`)
    return new Map()
  }
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

function groupedBy<T extends { file: string }>(
  pictures: T[],
  manifest: Map<string, Listed>,
  column: 'source' | 'shot',
): Map<string, T[]> {
  const sourceOf = ({ file }: T) => manifest.get(resolve(file))?.[column]
  if (!pictures.some(sourceOf)) return new Map()
  const names = pictures.map(one => sourceOf(one) ?? 'not in the manifest')
  const group = (name: string) => pictures.filter((_, i) => names[i] === name)
  return new Map([...new Set(names)].sort().map(name => [name, group(name)]))
}
