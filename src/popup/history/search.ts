import browser from 'webextension-polyfill'
import type { LabelChoice } from '../../history/search/label-choice.ts'

/** A search of the history. Without classes and kinds it matches all of them. */
export interface Search extends LabelChoice {
  /** As typed. Matches the beginnings of words in a page's title, its site or the name of a class or kind. */
  words: string
}

export const everything: Search = { words: '', garments: [], kinds: [] }

/** Whether the search matches every tag. */
export function isEmpty({ words, garments, kinds }: Search): boolean {
  return words.trim() === '' && garments.length === 0 && kinds.length === 0
}

/** Returns the URL of the history page with this search. @param tag id of a tag whose details are opened there */
export function historyUrl({ words, garments, kinds }: Search, tag?: string): string {
  const url = new URL(browser.runtime.getURL('src/history-page/index.html'))
  if (words.trim() !== '') url.searchParams.set('q', words.trim())
  for (const garment of garments) url.searchParams.append('class', garment)
  for (const kind of kinds) url.searchParams.append('kind', kind)
  if (tag) url.hash = `tag=${tag}`
  return url.href
}
