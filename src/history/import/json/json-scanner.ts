import { ImportError } from '../import-error.ts'
import { isSpace, LineCounter } from './line-counter.ts'
import { ValueReader } from './value-reader.ts'

/** A field of the document, or an entry of its list. */
export interface Piece {
  /** Undefined for an entry. */
  key: string | undefined
  /** JSON. */
  text: string
  /** Where it begins, counted from 1. */
  line: number
}

type Expected = 'object' | 'key or end' | 'key' | 'colon' | 'value' | 'comma or end' | 'entry or end' | 'entry' | 'end'

/**
 * Splits a JSON object, which arrives in chunks, into its fields and the entries of one list, each with its line. So a file of
 * any layout is read with no more than an entry in memory.
 */
export class JsonScanner {
  /** The line of the last character that is not white space. */
  lastLine = 1
  /** Whether the list has begun. */
  hasList = false
  readonly #lines = new LineCounter()
  readonly #listKey: string
  #expected: Expected = 'object'
  #key = ''
  #isInList = false
  /** Reads the current value; undefined between values. */
  #value: ValueReader | undefined

  /** @param listKey the field whose list is split into entries */
  constructor(listKey: string) {
    this.#listKey = listKey
  }

  /** The current line. */
  get line(): number {
    return this.#lines.line
  }

  /**
   * Reads the next chunk, and the pieces that end in it, up to the first error.
   * @throws ImportError `not_ours`, `not_json`, `not_entry`, `not_text`, `long_entry` or `after_end`
   */
  *read(chunk: Uint8Array): Generator<Piece> {
    for (let at = 0; at < chunk.length; ) {
      if (!this.#value) {
        const byte = chunk[at] as number
        if (isSpace(byte)) this.#lines.add(byte)
        else this.#take(String.fromCharCode(byte))
        if (!this.#value) at++
        continue
      }
      const end = this.#value.read(chunk, at)
      if (end !== undefined) yield* this.#finish(this.#value)
      at = end ?? chunk.length
    }
  }

  /**
   * Must be called after the last chunk.
   * @throws ImportError `empty`, `cut_off` or `not_json`
   */
  end(): void {
    if (this.#expected === 'end') return
    if (this.#expected === 'object') throw new ImportError('empty')
    throw this.#value?.cutOff() ?? new ImportError('cut_off', this.lastLine)
  }

  /** Takes a character between values, or begins a value with it. */
  #take(char: string): void {
    const next = this.#nextAfter(char)
    if (!next) throw this.#unexpected(char)
    this.lastLine = this.line
    if (next === 'a value') this.#value = new ValueReader(this.#lines)
    else {
      this.#expected = next
      this.#lines.add(char.charCodeAt(0))
    }
  }

  /** @returns undefined if the character may not be here */
  #nextAfter(char: string): Expected | 'a value' | undefined {
    const expected = this.#expected
    if (expected === 'object') return char === '{' ? 'key or end' : undefined
    if (expected === 'colon') return char === ':' ? 'value' : undefined
    if (expected.endsWith('or end') && char === (this.#isInList ? ']' : '}')) return this.#close()
    if (expected === 'comma or end') return char !== ',' ? undefined : this.#isInList ? 'entry' : 'key'
    if (expected.startsWith('key')) return char === '"' ? 'a value' : undefined
    if (expected.startsWith('entry')) return char === '{' ? 'a value' : undefined
    if (expected !== 'value' || !/["{[\w-]/.test(char)) return undefined
    this.#isInList = this.#key === this.#listKey && char === '['
    this.hasList ||= this.#isInList
    return this.#isInList ? 'entry or end' : 'a value'
  }

  #close(): Expected {
    if (!this.#isInList) return 'end'
    this.#isInList = false
    return 'comma or end'
  }

  #unexpected(char: string): ImportError {
    const expected = this.#expected
    if (expected === 'object') return new ImportError('not_ours', this.line)
    if (expected === 'end') return new ImportError('after_end', this.line)
    if (expected.startsWith('entry') && /["[\w-]/.test(char)) return new ImportError('not_entry', this.line)
    // A comma that is missing, or that nothing follows, is on the line before.
    const isBefore = expected === 'comma or end' || (/^(?:entry|key)$/.test(expected) && /[\]}]/.test(char))
    return new ImportError('not_json', isBefore ? this.lastLine : this.line)
  }

  #finish(value: ValueReader): Piece[] {
    this.#value = undefined
    const text = value.text()
    this.lastLine = this.line
    if (this.#expected.startsWith('key')) {
      this.#key = parseKey(text, value.line)
      this.#expected = 'colon'
      return []
    }
    this.#expected = 'comma or end'
    return [{ key: this.#isInList ? undefined : this.#key, text, line: value.line }]
  }
}

function parseKey(text: string, line: number): string {
  try {
    return JSON.parse(text)
  } catch {
    throw new ImportError('not_json', line)
  }
}
