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
  /** Truncated, or followed by more data. */
  | 'cut_off'
  /** Bytes that are not UTF-8. */
  | 'not_text'
  /** A line longer than 1 MB. */
  | 'long_line'
  /** A line that is not a tag in JSON. */
  | 'not_json'
  /** A field that is missing, of the wrong type or out of range; `field` names it. */
  | 'wrong_field'
  /** A tag that appeared on an earlier line. */
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
