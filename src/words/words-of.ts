/** Splits a folded text into its words; `&` and `+` count as words, hyphens as spaces. */
export function wordsOf(folded: string): string[] {
  return folded.match(/[&+]|[\p{L}\p{M}\p{N}]+(?:['׳][\p{L}\p{M}]+)*/gu) ?? []
}
