import { FORMAT, VERSION } from '../export/json-format.ts'
import { ImportError } from './import-error.ts'
import type { Piece } from './json/json-scanner.ts'

/** No version will ever be higher. */
const MAX_VERSION = 1e9

/** What a file says about itself, in any order and on either side of its tags. */
export class FileHeader {
  #format: unknown
  #version: unknown
  #versionLine = 0
  /** An error that a newer version would explain, while the version is not known. */
  #error: ImportError | undefined

  /** Whether the format and the version are known, and this file can be imported. */
  get isComplete(): boolean {
    return this.#format === FORMAT && this.#version === VERSION
  }

  /**
   * Takes a field of the document.
   * @throws ImportError `not_ours`, `newer`, `wrong_field`, `unknown_field`, or the error that has waited
   */
  take({ key = '', text, line }: Piece): void {
    if (key === 'format') this.#format = parse(text)
    else if (key === 'version') [this.#version, this.#versionLine] = [parse(text) ?? Number.NaN, line]
    else this.refuse(new ImportError(key === 'tags' ? 'wrong_field' : 'unknown_field', line, key.slice(0, 40)))
    if (key === 'format' && this.#format !== FORMAT) throw new ImportError('not_ours', line)
    if (this.#format === FORMAT && this.#version !== undefined) this.#check()
  }

  /** Throws an error if this file can have no other reason; otherwise keeps it until the header is complete. */
  refuse(error: ImportError): void {
    this.#error ??= error
    if (this.isComplete) throw this.#error
  }

  /**
   * Must be called at the end of the file.
   * @param hasTags whether there was a list of tags
   * @throws ImportError
   */
  end(line: number, hasTags: boolean): void {
    if (this.#format !== FORMAT) throw new ImportError('not_ours', 1)
    if (this.#version === undefined) throw new ImportError('wrong_field', line, 'version')
    if (!hasTags) throw new ImportError('wrong_field', line, 'tags')
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

  #check(): void {
    const version = this.#version
    if (typeof version === 'number' && version > VERSION && version <= MAX_VERSION)
      throw new ImportError('newer', this.#versionLine)
    if (version !== VERSION) throw new ImportError('wrong_field', this.#versionLine, 'version')
    if (this.#error) throw this.#error
  }
}

/** Undefined if the text is no JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
