/** Why a picture has no answer. Shown to people as `failure_<reason>` of the locale. */
export interface Failure {
  failure: FailureReason
  /** For the log and the tooltip: an HTTP status, a size. */
  detail?: string
}

export type FailureReason =
  /** No answer from the server, or the browser does not let us read it: the two look alike from here. */
  | 'unreachable'
  /** An HTTP status that is not a success; `detail` says which. */
  | 'refused'
  | 'timed_out'
  /** No bytes at all. */
  | 'empty'
  /** More than 25 MB. */
  | 'too_large'
  /** More than 50 megapixels. */
  | 'too_many_pixels'
  /** Bytes that do not decode to a picture. */
  | 'not_a_picture'
  /** An SVG, which the host leaves to its page to draw, and of which the page may not read what it has drawn. */
  | 'drawing'
  /** A canvas or video that holds another site's picture: the browser lets nobody read it. */
  | 'tainted'
  /** The network could not be started or failed on this picture. */
  | 'network_failed'
