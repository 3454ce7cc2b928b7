import { FileHeader } from './file-header.ts'
import { ImportError } from './import-error.ts'
import { parseTags } from './parse-tags.ts'
import { type ImportOptions, type ImportResult, writeTags } from './write-tags.ts'

/** Ten times the size of a history of 50,000 tags. */
const MAX_FILE_BYTES = 2e9

/** An export in which everything is valid. */
export interface CheckedImport {
  /** Number of tags in it, without those that are left out. */
  count: number
  /** Number of tags of a newer version that this one cannot understand. */
  leftOut: number
  /**
   * Adds its tags to the history. If a picture is known already, the later sighting wins, and it stays `asked` and a favourite
   * if it was. If the import fails or is cancelled, everything that it added is removed again. If the browser is killed
   * meanwhile, the tags added so far stay, and importing the file again adds the rest.
   * @throws HistoryError, ImportRemains if not everything could be removed again, ImportError if the file has changed since, or the signal's reason
   */
  write(options?: ImportOptions): Promise<ImportResult>
}

/**
 * Validates a JSON export of this extension without changing anything.
 * @throws ImportError that names the line and the reason, or the signal's reason
 */
export async function checkImport(file: Blob, options: ImportOptions = {}): Promise<CheckedImport> {
  if (file.size > MAX_FILE_BYTES) throw new ImportError('too_large')
  const header = new FileHeader()
  let { count, leftOut } = await checkTags(file, header, options)
  // What the file says may follow tags that are understood only with it.
  if (header.isNewer && leftOut > 0) ({ count, leftOut } = await checkTags(file, new FileHeader(header), options))
  if (count === 0 && leftOut > 0) throw header.newer()
  return { count, leftOut, write: options => writeTags(file, header, options ?? {}) }
}

async function checkTags(file: Blob, header: FileHeader, { signal, onProgress }: ImportOptions) {
  let count = 0
  for await (const { tags, read } of parseTags(file, header)) {
    signal?.throwIfAborted()
    count += tags.length
    onProgress?.(read / file.size)
  }
  return { count, leftOut: header.leftOut }
}
