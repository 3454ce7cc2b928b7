import { FORMAT, VERSION } from '../export/json-format.ts'
import type { Origin } from './check-tag.ts'
import { ImportError } from './import-error.ts'
import type { Piece } from './json/json-scanner.ts'
import { jsonSyntax } from './json/json-syntax.ts'
import { linesBefore } from './json/line-counter.ts'

/** No version will ever be higher. */
const MAX_VERSION = 1e9

/** What a file says about itself, in any order and on either side of its tags. */
export class FileHeader implements Origin {
  #format: unknown
  #version: unknown
  #versionLine = 0
  #classes: readonly string[] | undefined
  readonly #known: Origin | undefined
  /** An error that a newer version would explain, while the version is not known. */
  #error: ImportError | undefined
  #leftOut = 0

  /** @param known what an earlier reading of the file has found */
  constructor(known?: Origin) {
    this.#known = known
  }

  /** Whether the format and the version are known, and this file can be imported. */
  get isComplete(): boolean {
    return this.#format === FORMAT && isVersion(this.#version)
  }

  /** Whether a newer version of the extension wrote the file, as far as is known. */
  get isNewer(): boolean {
    return this.#known?.isNewer ?? (this.isComplete && Number(this.#version) > VERSION)
  }

  /** The classes of the probabilities, as far as is known. */
  get classes(): readonly string[] | undefined {
    return this.#known?.classes ?? this.#classes
  }

  /** Number of tags of a newer version that this one cannot understand. */
  get leftOut(): number {
    return this.#leftOut
  }

  /**
   * Takes a field of the document.
   * @throws ImportError `not_ours`, `newer`, `wrong_field`, `unknown_field`, or the error that has waited
   */
  take({ key = '', text, line }: Piece): void {
    if (key === 'format') this.#format = parse(text)
    else if (key === 'version') [this.#version, this.#versionLine] = [parse(text) ?? Number.NaN, line]
    else if (key === 'classes') this.#takeClasses(text, line)
    else this.refuse(new ImportError(key === 'tags' ? 'wrong_field' : 'unknown_field', line, key.slice(0, 40)))
    if (key === 'format' && this.#format !== FORMAT) throw new ImportError('not_ours', line)
    if (this.#format === FORMAT && this.#version !== undefined) this.#check()
  }

  /**
   * Throws an error if this file can have no other reason. Otherwise keeps it until the header is complete, or ignores it if
   * a newer version explains it.
   */
  refuse(error: ImportError): void {
    if (this.isNewer && isOfNewer(error)) return
    this.#error ??= error
    if (this.isComplete) throw this.#error
  }

  /** Refuses a tag, as `refuse` does, and counts it. */
  leaveOut(error: ImportError): void {
    this.refuse(error)
    this.#leftOut++
  }

  /**
   * Must be called at the end of the file.
   * @param hasTags whether there was a list of tags
   * @throws ImportError
   */
  end(line: number, hasTags: boolean): void {
    if (this.#format !== FORMAT) throw new ImportError('not_ours', 1)
    if (this.#version === undefined) throw new ImportError('wrong_field', line, 'version')
    if (!hasTags) throw this.isNewer ? this.newer() : new ImportError('wrong_field', line, 'tags')
  }

  /** The error for a file of a newer version of which nothing can be understood. */
  newer(): ImportError {
    return new ImportError('newer', this.#versionLine)
  }

  /**
   * The true reason of an error in the structure of the file.
   * @param hasTags whether tags were read before it
   */
  reasonFor(error: ImportError, hasTags: boolean): ImportError {
    if (this.#format === FORMAT || hasTags || ['empty', 'unreadable'].includes(error.reason))
      return this.#error ?? error
    return new ImportError('not_ours', 1)
  }

  #takeClasses(text: string, line: number): void {
    const names = parse(text)
    if (isNames(names)) this.#classes = names
    else if (names !== undefined) this.refuse(new ImportError('wrong_field', line, 'classes'))
    else this.refuse(new ImportError('not_json', line + linesBefore(text, jsonSyntax(text).error ?? 0)))
  }

  #check(): void {
    if (!isVersion(this.#version)) throw new ImportError('wrong_field', this.#versionLine, 'version')
    if (this.#error && this.isNewer && isOfNewer(this.#error)) this.#error = undefined
    if (this.#error) throw this.#error
  }
}

/** Whether a newer version may have caused the error by what it knows more of. */
function isOfNewer({ reason }: ImportError): boolean {
  return reason === 'wrong_field' || reason === 'unknown_field' || reason === 'not_entry'
}

function isVersion(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= MAX_VERSION
}

function isNames(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(name => typeof name === 'string')
}

/** Undefined if the text is no JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
