/** The words of a text in small letters, and slashes, which stand for "per". All kinds of apostrophes become one. */
export function tokensOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replace(/[’ʻʼ‘`]/g, "'")
      .match(/[\p{L}\p{M}']+|\//gu) ?? []
  )
}

/** All runs of up to `longest` words, as texts. */
export function* phrasesIn(tokens: readonly string[], longest: number): Generator<string> {
  for (let start = 0; start < tokens.length; start++) {
    let phrase = ''
    for (const token of tokens.slice(start, start + longest)) {
      phrase = phrase ? `${phrase} ${token}` : token
      yield phrase
    }
  }
}
