import { ImportError } from '../import-error.ts'

/** About 16 tags. Chunks are split to this size because the browser returns megabytes at once if the file is in memory. */
const MAX_CHUNK_BYTES = 65_536

/**
 * Reads a file as UTF-8, without a byte order mark and with no more than a chunk in memory. Editors save text as UTF-16, too:
 * their mark tells, or the zeros of its first ASCII character. `read` is the number of bytes read so far.
 * @param line the line that is being read, for the error
 * @throws ImportError `unreadable`, or `not_text` if UTF-16 is invalid
 */
export async function* readUtf8(file: Blob, line: () => number): AsyncGenerator<{ bytes: Uint8Array; read: number }> {
  let transcode: ((bytes: Uint8Array, isLast: boolean) => Uint8Array) | undefined
  let read = 0
  for await (const chunk of chunksOf(file)) {
    transcode ??= transcoder(chunk, line)
    read += chunk.length
    yield { bytes: transcode(chunk, false), read }
  }
  if (transcode) yield { bytes: transcode(new Uint8Array(), true), read }
}

/** @param first the first bytes of the file */
function transcoder(
  [one, two, three]: Uint8Array,
  line: () => number,
): (bytes: Uint8Array, isLast: boolean) => Uint8Array {
  const isLittle = (one === 0xff && two === 0xfe) || (one !== 0 && two === 0)
  const isBig = (one === 0xfe && two === 0xff) || (one === 0 && two !== 0 && two !== undefined)
  if (isLittle || isBig) return fromUtf16(isLittle ? 'utf-16le' : 'utf-16be', line)
  let skipped = one === 0xef && two === 0xbb && three === 0xbf ? 3 : 0
  return bytes => {
    const rest = bytes.subarray(skipped)
    skipped = 0
    return rest
  }
}

function fromUtf16(encoding: 'utf-16le' | 'utf-16be', line: () => number) {
  const decoder = new TextDecoder(encoding, { fatal: true })
  const encoder = new TextEncoder()
  return (bytes: Uint8Array, isLast: boolean) => {
    try {
      return encoder.encode(decoder.decode(bytes, { stream: !isLast }))
    } catch {
      throw new ImportError('not_text', line())
    }
  }
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
