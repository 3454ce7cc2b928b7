import { ImportError } from './import-error.ts'

/** A hundred times the size of a tag. */
const MAX_LINE_BYTES = 1_000_000
/** About 16 tags. Chunks are split to this size because the browser returns megabytes at once if the file is in memory. */
const MAX_CHUNK_BYTES = 65_536
const NEWLINE = 10

/** A line of a file. */
export interface Line {
  /** Counted from 1. */
  number: number
  /** Without its terminator: \n, or \r\n if an editor has converted the file. */
  text: string
}

/**
 * Reads a file line by line, with no more than a chunk and a line in memory. Decodes each line separately, so that an
 * error about invalid UTF-8 names the right line. `read` is the number of bytes read so far.
 * @throws ImportError `not_text`, `long_line` or `unreadable`
 */
export async function* readLines(file: Blob): AsyncGenerator<{ lines: Line[]; read: number }> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  /** The beginning of a line whose end is in a later chunk. */
  let partial = new Uint8Array()
  let number = 0
  let read = 0
  const decode = (bytes: Uint8Array): Line => {
    number++
    if (bytes.length > MAX_LINE_BYTES) throw new ImportError('long_line', number)
    try {
      return { number, text: decoder.decode(bytes).replace(/\r$/, '') }
    } catch {
      throw new ImportError('not_text', number)
    }
  }

  for await (const chunk of chunksOf(file)) {
    const lines: Line[] = []
    let start = 0
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      const part = chunk.subarray(start, end)
      lines.push(decode(partial.length > 0 ? concat(partial, part) : part))
      partial = new Uint8Array()
      start = end + 1
    }
    // Checked before the next chunk is added: an endless line must not fill the memory.
    if (partial.length > MAX_LINE_BYTES) throw new ImportError('long_line', number + 1)
    partial = concat(partial, chunk.subarray(start))
    read += chunk.length
    yield { lines, read }
  }
  if (partial.length > 0) yield { lines: [decode(partial)], read }
}

async function* chunksOf(file: Blob): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => {
        throw new ImportError('unreadable')
      })
      if (done) return
      for (let start = 0; start < value.length; start += MAX_CHUNK_BYTES)
        yield value.subarray(start, start + MAX_CHUNK_BYTES)
    }
  } finally {
    await reader.cancel().catch(() => {})
  }
}

function concat(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(one.length + other.length)
  both.set(one)
  both.set(other, one.length)
  return both
}
