import { toHistoryError } from '../history-error.ts'
import { countTags } from '../read-tags.ts'
import { factsInParts, tagsInParts } from './in-parts.ts'
import { csvWriter } from './to-csv.ts'
import { jsonWriter } from './to-json.ts'
import { zipWriter } from './to-zip.ts'
import type { Writer } from './writer.ts'

/**
 * `csv`: a table, without pictures. `json`: all there is, for `checkImport`. `zip`: the pictures in folders by class, with
 * the table.
 */
export type ExportFormat = 'csv' | 'json' | 'zip'

export interface ExportOptions {
  /** Only these tags. */
  ids?: readonly string[]
  /** Ends it; then it rejects with the signal's reason. */
  signal?: AbortSignal
  /** Hears from time to time how many tags are written. */
  onProgress?(done: number, of: number): void
}

const types = { csv: 'text/csv', json: 'application/json', zip: 'application/zip' } as const
/** Pieces that are joined without a pause. */
const PIECES = 2000

/**
 * Writes the history to a file to be saved, named by today's date. It goes in parts: the page stays usable, and the memory
 * of this context holds no more than one of them.
 * @throws HistoryError, or the signal's reason
 */
export async function exportHistory(format: ExportFormat, options: ExportOptions = {}): Promise<File> {
  const blobs =
    format === 'csv'
      ? await write(factsInParts(options.ids), csvWriter(), options)
      : await write(tagsInParts(options.ids), format === 'json' ? jsonWriter() : zipWriter(), options)
  const today = new Date()
  const date = [today.getFullYear(), today.getMonth() + 1, today.getDate()].map(n => `${n}`.padStart(2, '0')).join('-')
  return new File(blobs, `apparel-lens-${date}.${format}`, { type: types[format] })
}

async function write<Item>(
  parts: AsyncGenerator<Item[]>,
  writer: Writer<Item>,
  { ids, signal, onProgress }: ExportOptions,
): Promise<Blob[]> {
  try {
    const of = ids?.length ?? (await countTags())
    const blobs = [new Blob(writer.begin())]
    let done = 0
    for await (const items of parts) {
      signal?.throwIfAborted()
      // A Blob holds its bytes outside of this context.
      blobs.push(new Blob(writer.add(items)))
      done += items.length
      onProgress?.(done, of)
    }
    const end = writer.end()
    for (let start = 0; start < end.length; start += PIECES) {
      blobs.push(new Blob(end.slice(start, start + PIECES)))
      await new Promise(resolve => setTimeout(resolve))
    }
    return blobs
  } catch (cause) {
    signal?.throwIfAborted()
    throw toHistoryError(cause)
  }
}
