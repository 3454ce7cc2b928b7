import { ImportError } from './import-error.ts'
import { parseTags } from './parse-tags.ts'
import { type ImportOptions, type ImportResult, writeTags } from './write-tags.ts'

/** Ten times the size of a history of 50,000 tags. */
const MAX_FILE_BYTES = 2e9

/** An export in which every line is valid. */
export interface CheckedImport {
  /** Number of tags in it, without those that are left out. */
  count: number
  /** Number of tags of a newer version that this one cannot understand. */
  leftOut: number
  /**
   * Adds its tags to the history. If a picture is known already, the newer provenance wins, and it stays `asked` and a favourite
   * if it was. If the import fails or is cancelled, everything that it added is removed again. If the browser is killed
   * meanwhile, the tags added so far stay, and importing the file again adds the rest.
   * @throws HistoryError, ImportError if the file has changed since, or the signal's reason
   */
  write(options?: ImportOptions): Promise<ImportResult>
}

/**
 * Validates every line of a JSON export of this extension without changing anything.
 * @throws ImportError that names the invalid line, or the signal's reason
 */
export async function checkImport(file: Blob, { signal, onProgress }: ImportOptions = {}): Promise<CheckedImport> {
  if (file.size > MAX_FILE_BYTES) throw new ImportError('too_large')
  let count = 0
  let leftOut = 0
  for await (const { tags, read, leftOut: leftOutSoFar } of parseTags(file)) {
    signal?.throwIfAborted()
    count += tags.length
    leftOut = leftOutSoFar
    onProgress?.(read / file.size)
  }
  return { count, leftOut, write: options => writeTags(file, options ?? {}) }
}
