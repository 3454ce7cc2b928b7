import { ImportError } from './import-error.ts'

/** Bytes: a hundred times what a tag takes. */
export const LONGEST_LINE = 1_000_000
/** Bytes that are handed on at a time, some 16 tags: the browser gives megabytes at once where it has them in memory. */
const PIECE = 65_536
const NEWLINE = 10

/** A line of a file. */
export interface Line {
  /** Counted from 1. */
  number: number
  /** Without what ends it: \n, or \r\n where an editor has made that of it. */
  text: string
}

/**
 * The lines of a file, some at a time, without more of it in memory than a piece and a line. Each is decoded by itself, so
 * that bytes which are no UTF-8 are found on their own line. `read`: bytes that were read so far.
 * @throws ImportError `not_text`, `long_line` or `unreadable`
 */
export async function* linesOf(file: Blob): AsyncGenerator<{ lines: Line[]; read: number }> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let rest = new Uint8Array()
  let number = 0
  let read = 0
  const line = (bytes: Uint8Array): Line => {
    number++
    if (bytes.length > LONGEST_LINE) throw new ImportError('long_line', number)
    try {
      return { number, text: decoder.decode(bytes).replace(/\r$/, '') }
    } catch {
      throw new ImportError('not_text', number)
    }
  }

  for await (const piece of piecesOf(file)) {
    const lines: Line[] = []
    let start = 0
    for (let end = piece.indexOf(NEWLINE); end >= 0; end = piece.indexOf(NEWLINE, start)) {
      const part = piece.subarray(start, end)
      lines.push(line(rest.length > 0 ? concat(rest, part) : part))
      rest = new Uint8Array()
      start = end + 1
    }
    // Before the next piece is added: a line without an end must not fill the memory.
    if (rest.length > LONGEST_LINE) throw new ImportError('long_line', number + 1)
    rest = concat(rest, piece.subarray(start))
    read += piece.length
    yield { lines, read }
  }
  if (rest.length > 0) yield { lines: [line(rest)], read }
}

async function* piecesOf(file: Blob): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => {
        throw new ImportError('unreadable')
      })
      if (done) return
      for (let start = 0; start < value.length; start += PIECE) yield value.subarray(start, start + PIECE)
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
