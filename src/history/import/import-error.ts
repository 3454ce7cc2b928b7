/** Why a file cannot be imported. Shown to people as `import_<reason>` of the locale, with the line and the field. */
export type ImportRefusal =
  /** More than 2 GB or 200,000 tags. */
  | 'too_large'
  /** The browser cannot read the file, for example because it was moved. */
  | 'unreadable'
  /** Not an export of this extension. */
  | 'not_ours'
  /** Written by a later version of the extension in a way that this one cannot read at all. */
  | 'newer'
  /** Without any content. */
  | 'empty'
  /** Truncated; `line` is its last. */
  | 'cut_off'
  /** Followed by something else. */
  | 'after_end'
  /** Bytes that are neither UTF-8 nor UTF-16. */
  | 'not_text'
  /** An entry longer than 1 MB. */
  | 'long_entry'
  /** Something that is not JSON. */
  | 'not_json'
  /** An entry that is not an object. */
  | 'not_entry'
  /** A field that is missing, of the wrong type or out of range; `field` names it. */
  | 'wrong_field'
  /** A tag that appeared before. */
  | 'twice'
  /** A field that no tag has; `field` names it. */
  | 'unknown_field'

/** A refused file. None of it was imported. */
export class ImportError extends Error {
  override readonly name = 'ImportError'

  /** @param line counted from 1; 0 if the error concerns the whole file */
  constructor(
    readonly reason: ImportRefusal,
    readonly line = 0,
    readonly field = '',
  ) {
    super(`line ${line}: ${reason} ${field}`)
  }
}

/** An import that failed, and of which something remains because that could not be undone either. */
export class ImportRemains extends Error {
  override readonly name = 'ImportRemains'

  /** @param count imported tags, of which some may be gone again */
  constructor(
    readonly count: number,
    cause: unknown,
  ) {
    super(`${count} tags of a failed import may remain`, { cause })
  }
}
