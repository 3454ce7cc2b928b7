import { toHistoryError } from '../history-error.ts'
import { countTags } from '../read-tags.ts'
import { ByteBuffer } from './byte-buffer.ts'
import { factsInParts, picturesInParts, tagsInParts } from './in-parts.ts'
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

const writers = {
  csv: (options: ExportOptions) => write(factsInParts(options.ids), csvWriter(), options),
  json: (options: ExportOptions) => write(tagsInParts(options.ids), jsonWriter(), options),
  zip: (options: ExportOptions) => write(picturesInParts(options.ids), zipWriter(), options),
}
const types = { csv: 'text/csv', json: 'application/json', zip: 'application/zip' } as const
/** Bytes that are moved without a pause: some milliseconds. */
const STEP = 1 << 20

/**
 * Writes the history to a file to be saved, named by today's date. It goes in parts: the page stays usable, and the memory
 * of this context holds no more than one of them.
 * @throws HistoryError, or the signal's reason
 */
export async function exportHistory(format: ExportFormat, options: ExportOptions = {}): Promise<File> {
  const blobs = await writers[format](options)
  const today = new Date()
  const date = [today.getFullYear(), today.getMonth() + 1, today.getDate()].map(n => `${n}`.padStart(2, '0')).join('-')
  return new File(blobs, `apparel-lens-${date}.${format}`, { type: types[format] })
}

async function write<Item>(
  parts: AsyncGenerator<Item[]>,
  writer: Writer<Item>,
  { ids, signal, onProgress }: ExportOptions,
): Promise<Blob[]> {
  const out = new ByteBuffer()
  const blobs: Blob[] = []
  try {
    const of = ids?.length ?? (await countTags())
    let done = 0
    writer.begin(out)
    for await (const items of parts) {
      signal?.throwIfAborted()
      writer.add(items, out)
      await flush(out, blobs)
      done += items.length
      onProgress?.(done, of)
    }
    writer.end(out)
    await flush(out, blobs)
    return blobs
  } catch (cause) {
    signal?.throwIfAborted()
    throw toHistoryError(cause)
  }
}

/** Moves bytes into Blobs, which hold them outside of this context. */
async function flush(out: ByteBuffer, blobs: Blob[]): Promise<void> {
  const bytes = out.view()
  for (let start = 0; start < bytes.length; start += STEP) {
    if (start > 0) await new Promise(resolve => setTimeout(resolve))
    blobs.push(new Blob([bytes.subarray(start, start + STEP)]))
  }
  out.clear()
}
