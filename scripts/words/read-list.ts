import { readFile } from 'node:fs/promises'
import type { StoredLanguage } from '../../src/words/lexicon.ts'

/** A list of words as it is kept by hand. */
export interface WordList extends Omit<StoredLanguage, 'words'> {
  /** Words by concept, unfolded. */
  words: Record<string, string[]>
}

/**
 * Reads `lexicon/<tag>.txt`. Its first line says where the head of a name lies and how words are written; each further line
 * gives a concept with its words.
 * @throws Error if a line has another form
 */
export async function readList(file: string): Promise<WordList> {
  const [first = '', ...lines] = (await readFile(file, 'utf8')).trim().split('\n')
  const [, head, ...traits] = first.split(' ')
  if (head !== 'first' && head !== 'last') throw new Error(`${file}: the first line must say "# first" or "# last"`)
  const end = traits.map(Number).find(Number.isInteger)
  const entries = lines.map(line => {
    const [, concept, words] = /^([\w-]+) = (.+)$/.exec(line) ?? []
    if (!concept || !words) throw new Error(`${file}: "${line}" is not "Concept = word|word"`)
    return [concept, words.split('|')] as const
  })
  const { Break: breaks, And: ands, ...words } = Object.fromEntries(entries)
  return {
    head,
    ...(traits.includes('characters') && { isUnspaced: true }),
    ...(traits.includes('marks') && { keepsMarks: true }),
    ...(end && { compoundEnd: end }),
    ...(breaks && { breaks }),
    ...(ands && { ands }),
    words,
  }
}
