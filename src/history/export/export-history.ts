import { toHistoryError } from '../history-error.ts'
import { countTags } from '../tags/read-tags.ts'
import { ByteBuffer } from './byte-buffer.ts'
import { metadataBatches, pictureBatches, tagBatches } from './read-batches.ts'
import type { TagWriter } from './tag-writer.ts'
import { csvWriter } from './to-csv.ts'
import { jsonWriter } from './to-json.ts'
import { zipWriter } from './to-zip.ts'

/**
 * `csv`: a table without pictures. `json`: everything, for `checkImport`. `zip`: the pictures in a folder per class, with
 * the table.
 */
export type ExportFormat = 'csv' | 'json' | 'zip'

export interface ExportOptions {
  /** Exports only these tags. */
  ids?: readonly string[]
  /** Cancels the export, which then rejects with the signal's reason. */
  signal?: AbortSignal
  /** Called now and then with the number of tags written and their total. */
  onProgress?(done: number, total: number): void
}

const writers = {
  csv: (options: ExportOptions) => write(metadataBatches(options.ids), csvWriter(), options),
  json: (options: ExportOptions) => write(tagBatches(options.ids), jsonWriter(), options),
  zip: (options: ExportOptions) => write(pictureBatches(options.ids), zipWriter(), options),
}
const types = { csv: 'text/csv', json: 'application/json', zip: 'application/zip' } as const
/** Bytes copied without a pause: a few milliseconds of work. */
const COPY_BYTES = 1 << 20

/**
 * Writes the history to a file named after today's date. Works in batches, so that the page stays responsive and this
 * context never holds more than one batch in memory.
 * @throws HistoryError, or the signal's reason
 */
export async function exportHistory(format: ExportFormat, options: ExportOptions = {}): Promise<File> {
  const blobs = await writers[format](options)
  const today = new Date()
  const date = [today.getFullYear(), today.getMonth() + 1, today.getDate()].map(n => `${n}`.padStart(2, '0')).join('-')
  return new File(blobs, `apparel-lens-${date}.${format}`, { type: types[format] })
}

async function write<Item>(
  batches: AsyncGenerator<Item[]>,
  writer: TagWriter<Item>,
  { ids, signal, onProgress }: ExportOptions,
): Promise<Blob[]> {
  const out = new ByteBuffer()
  const blobs: Blob[] = []
  try {
    const total = ids?.length ?? (await countTags())
    let done = 0
    writer.begin(out)
    for await (const items of batches) {
      signal?.throwIfAborted()
      writer.add(items, out)
      await flush(out, blobs)
      done += items.length
      onProgress?.(done, total)
    }
    writer.end(out)
    await flush(out, blobs)
    return blobs
  } catch (cause) {
    signal?.throwIfAborted()
    throw toHistoryError(cause)
  }
}

/** Moves the bytes into Blobs, which the browser stores outside this context. */
async function flush(out: ByteBuffer, blobs: Blob[]): Promise<void> {
  const bytes = out.view()
  for (let start = 0; start < bytes.length; start += COPY_BYTES) {
    if (start > 0) await new Promise(resolve => setTimeout(resolve))
    blobs.push(new Blob([bytes.subarray(start, start + COPY_BYTES)]))
  }
  out.clear()
}
