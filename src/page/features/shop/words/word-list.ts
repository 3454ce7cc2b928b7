/** Words and phrases in many languages, separated by bars. */
export interface WordList {
  /** What no other letter may touch, in the form of `tokensOf`. */
  alone: string
  /** Words in scripts without spaces, as alternatives of a regular expression. */
  anywhere: string
}
