import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A text file of the source. */
export interface SourceFile {
  /** Path below the folder, with `/` between its parts. */
  path: string
  lines: number
}

/** Everything that people write; compiled kernels lie beside their sources. */
const WRITTEN = /\.(ts|tsx|css|html)$/

/** Lists the source files below a folder, with their numbers of lines. */
export function readSourceTree(folder: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => WRITTEN.test(path))
    .map(path => ({ path: path.replaceAll('\\', '/'), lines: linesOf(readFileSync(join(folder, path), 'utf8')) }))
}

function linesOf(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
}
