import { ImportError } from './import-error.ts'
import { parseTags } from './parse-tags.ts'
import { type ImportOptions, type ImportResult, writeTags } from './write-tags.ts'

/** Bytes: ten times what 50,000 tags take. */
const LARGEST = 2e9

/** An export that was found right, line by line. */
export interface CheckedImport {
  /** Tags in it. */
  count: number
  /**
   * Adds its tags to the history. Of a picture that is known, the newer provenance counts; what was asked about stays so, and
   * favourites stay ones. Should it fail or be ended, what it added is taken out again; should the browser be killed
   * meanwhile, what was added until then is there, and to import it again adds the rest.
   * @throws HistoryError, ImportError where the file has changed since, or the signal's reason
   */
  write(options?: ImportOptions): Promise<ImportResult>
}

/**
 * Looks at every line of a JSON export of this extension. Nothing is changed by it.
 * @throws ImportError with the line that is wrong, or the signal's reason
 */
export async function checkImport(file: Blob, { signal, onProgress }: ImportOptions = {}): Promise<CheckedImport> {
  if (file.size > LARGEST) throw new ImportError('too_large')
  let count = 0
  for await (const { tags, read } of parseTags(file)) {
    signal?.throwIfAborted()
    count += tags.length
    onProgress?.(read / file.size)
  }
  return { count, write: options => writeTags(file, options ?? {}) }
}
