import { posix } from 'node:path'
import type { SourceFile } from './source-tree.ts'

const MAX_FILES_IN_FOLDER = 20
const MAX_LINES = 200
const MAX_MEDIAN_LINES = 60

/**
 * Checks that folders and files stay small enough to be read at once.
 * @returns one sentence for each rule that is broken, in each place
 */
export function sizeViolations(files: readonly SourceFile[]): string[] {
  const filesIn = new Map<string, number>()
  for (const { path } of files) filesIn.set(posix.dirname(path), (filesIn.get(posix.dirname(path)) ?? 0) + 1)
  const full = [...filesIn].filter(([, count]) => count > MAX_FILES_IN_FOLDER)
  const long = files.filter(({ lines }) => lines > MAX_LINES)
  const median = files.map(({ lines }) => lines).toSorted((a, b) => a - b)[files.length >> 1] ?? 0
  return [
    ...full.map(([folder, count]) => `${folder} has ${count} files; at most ${MAX_FILES_IN_FOLDER} are allowed`),
    ...long.map(({ path, lines }) => `${path} has ${lines} lines; at most ${MAX_LINES} are allowed`),
    ...(median > MAX_MEDIAN_LINES
      ? [`The median file has ${median} lines; at most ${MAX_MEDIAN_LINES} are allowed`]
      : []),
  ]
}
