/** Why a file cannot be imported. Shown to people as `import_<reason>` of the locale, with the line and the field. */
export type ImportRefusal =
  /** More than 2 GB or 200,000 tags. */
  | 'too_large'
  /** The browser cannot read the file, as when it was moved meanwhile. */
  | 'unreadable'
  /** No export of this extension. */
  | 'not_ours'
  /** Written by a later version of the extension. */
  | 'newer'
  /** Ends before its end, or goes on after it. */
  | 'cut_off'
  /** Bytes that are no UTF-8. */
  | 'not_text'
  /** A line of more than 1 MB. */
  | 'long_line'
  /** A line that is no tag in JSON. */
  | 'not_json'
  /** A field that is missing, of the wrong type or out of range; `field` says which. */
  | 'wrong_field'
  /** A tag that was there on a line before. */
  | 'twice'
  /** A field that no tag has; `field` says which. */
  | 'unknown_field'

/** A file that is refused. Nothing of it was imported. */
export class ImportError extends Error {
  override readonly name = 'ImportError'

  /** @param line counted from 1; 0 where it is about the whole file */
  constructor(
    readonly reason: ImportRefusal,
    readonly line = 0,
    readonly field = '',
  ) {
    super(`line ${line}: ${reason} ${field}`)
  }
}
