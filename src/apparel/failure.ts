/** Why a picture has no answer. Displayed as `failure_<reason>` of the locale. */
export interface Failure {
  failure: FailureReason
  /** For the log and the tooltip, such as an HTTP status or a size. */
  detail?: string
  /** For `busy`: how long the server asks to wait, milliseconds. Left out if it does not say. */
  retryAfterMs?: number
}

export type FailureReason =
  /** The server did not respond, or the browser blocked the request; the two are indistinguishable. */
  | 'unreachable'
  /** An HTTP error status, given by `detail`. */
  | 'refused'
  /** The server asks to slow down, with the HTTP status in `detail`: 429 or 503. */
  | 'busy'
  | 'timed_out'
  /** No bytes at all. */
  | 'empty'
  /** More than 25 MB. */
  | 'too_large'
  /** More than 50 megapixels. */
  | 'too_many_pixels'
  /** The file does not decode to a picture. */
  | 'not_a_picture'
  /** The server sends us another picture than the page shows. */
  | 'other_picture'
  /** An SVG. The host leaves drawing it to the page, and the page may not read the result. */
  | 'drawing'
  /** A canvas or video tainted by cross-origin pixels, which the browser does not let anyone read. */
  | 'tainted'
  /** The network could not be started or failed on this picture. */
  | 'network_failed'
  | SearchFailure
  | LessonFailure

/** Why a picture was not searched for garments; never the reason why a picture has no answer. */
export type SearchFailure =
  /** Its page has had more pictures searched than a person looks at. */
  'too_often'

/** Why a lesson has failed; never the reason why a picture has no answer. */
export type LessonFailure =
  /** Nothing is learned in private windows. */
  | 'private_window'
  /** What the user said could not be stored, or could not be taken back. */
  | 'not_learned'
