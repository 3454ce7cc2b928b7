import { ImportError } from '../import-error.ts'
import { jsonSyntax } from './json-syntax.ts'
import { isSpace, type LineCounter, linesBefore } from './line-counter.ts'

/** A hundred times the size of a tag. */
const MAX_VALUE_BYTES = 1_000_000
const QUOTE = 34
const BACKSLASH = 92
const COMMA = 44
const [OPEN_LIST, CLOSE_LIST] = [91, 93]
const [OPEN_OBJECT, CLOSE_OBJECT] = [123, 125]

/** Collects the bytes of one JSON value, which may be spread over several chunks, and finds where it ends. */
export class ValueReader {
  /** The line on which the value begins. */
  readonly line: number
  readonly #lines: LineCounter
  readonly #parts: Uint8Array[] = []
  #size = 0
  #depth = 0
  #isInString = false
  #isEscaped = false

  constructor(lines: LineCounter) {
    this.#lines = lines
    this.line = lines.line
  }

  /**
   * Reads on.
   * @returns the offset after the end of the value; undefined if it goes on in the next chunk
   * @throws ImportError `long_entry` or `not_json`
   */
  read(chunk: Uint8Array, from: number): number | undefined {
    const end = this.#findEnd(chunk, from)
    const part = chunk.slice(from, end)
    this.#parts.push(part)
    this.#size += part.length
    if (this.#size > MAX_VALUE_BYTES) throw this.#explain() ?? new ImportError('long_entry', this.line)
    return end
  }

  /**
   * The value's text, as JSON.
   * @throws ImportError `not_text`
   */
  text(): string {
    const bytes = this.#bytes()
    try {
      return decoder.decode(bytes)
    } catch {
      throw new ImportError('not_text', this.line + linesBeforeBadByte(bytes))
    }
  }

  /** Why a value does not end with its file: something before may keep it open, or the file is cut off. */
  cutOff(): ImportError {
    const text = this.#lenientText().trimEnd()
    return this.#explain() ?? new ImportError('cut_off', this.line + linesBefore(text, text.length))
  }

  #findEnd(chunk: Uint8Array, from: number): number | undefined {
    let quote = -1
    for (let at = from; at < chunk.length; ) {
      if (this.#isEscaped) {
        this.#isEscaped = false
        at++
        continue
      }
      if (this.#isInString) {
        // Most of a file is in strings, which the browser searches faster than a loop.
        if (quote < at) quote = chunk.indexOf(QUOTE, at)
        if (quote < 0) quote = chunk.length
        const backslash = chunk.subarray(at, quote).indexOf(BACKSLASH)
        this.#isEscaped = backslash >= 0
        this.#isInString = this.#isEscaped || quote === chunk.length
        at = this.#isEscaped ? at + backslash + 1 : quote + 1
        if (!this.#isInString && this.#depth === 0) return at
        continue
      }
      const byte = chunk[at] as number
      if (this.#depth === 0 && (isSpace(byte) || [COMMA, CLOSE_LIST, CLOSE_OBJECT].includes(byte))) return at
      at++
      this.#lines.add(byte)
      if (byte === QUOTE) this.#isInString = true
      else if (byte === OPEN_OBJECT || byte === OPEN_LIST) this.#depth++
      else if ((byte === CLOSE_OBJECT || byte === CLOSE_LIST) && --this.#depth === 0) return at
    }
    return undefined
  }

  #explain(): ImportError | undefined {
    const text = this.#lenientText()
    const { error } = jsonSyntax(text)
    return error === undefined ? undefined : new ImportError('not_json', this.line + linesBefore(text, error))
  }

  #lenientText(): string {
    return new TextDecoder().decode(this.#bytes())
  }

  #bytes(): Uint8Array {
    const [only] = this.#parts
    if (only && this.#parts.length === 1) return only
    const all = new Uint8Array(this.#size)
    let at = 0
    for (const part of this.#parts) {
      all.set(part, at)
      at += part.length
    }
    return all
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Decodes line by line, because the browser does not say where the invalid byte is. */
function linesBeforeBadByte(bytes: Uint8Array): number {
  const lines = Array.from(bytes, byte => String.fromCharCode(byte))
    .join('')
    .split(/\r\n|\n|\r/)
  const isBad = (line: string) => {
    try {
      decoder.decode(Uint8Array.from(line, char => char.charCodeAt(0)))
      return false
    } catch {
      return true
    }
  }
  return Math.max(0, lines.findIndex(isBad))
}
