/** What a page says of one of its pictures. */
export interface PageWords {
  /** BCP 47 tag of the language that the page declares; '' if it declares none. */
  language: string
  /**
   * Names beside the picture: its alt text, title, caption, the last part of its link's path, and the name on its card. Texts
   * longer than `MAX_NAME_LENGTH` are ignored.
   */
  texts: string[]
  /** The picture is one of a row of small ones, as beside "Free delivery" and "Easy returns". */
  isAmongIcons?: true
}

/** In characters. A longer text is prose and names no single thing. */
export const MAX_NAME_LENGTH = 120
