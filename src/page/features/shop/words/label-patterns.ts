/** A pattern for words in scripts without spaces, or with prefixed articles (Arabic, Hebrew): it matches anywhere. */
export const anywhere = (...words: string[]) => `(?:${words.join('|')})`

/** A pattern for words that no other letter touches. */
export const alone = (...words: string[]) => `(?<![\\p{L}\\p{M}])(?:${words.join('|')})(?![\\p{L}\\p{M}])`

export const either = (...patterns: string[]) => new RegExp(patterns.join('|'), 'iu')
