import browser from 'webextension-polyfill'
import type { Garment } from '../../apparel/classes.ts'

/** A search of the history. */
export interface Search {
  /** As typed. Matches the beginnings of words in a page's title, its site or the name of a class. */
  words: string
  /** A tag matches if it has any of these classes. Empty: every class. */
  garments: readonly Garment[]
}

export const everything: Search = { words: '', garments: [] }

/** Whether the search matches every tag. */
export function isEmpty({ words, garments }: Search): boolean {
  return words.trim() === '' && garments.length === 0
}

/** Returns the URL of the history page with this search. @param tag id of a tag whose details are opened there */
export function historyUrl({ words, garments }: Search, tag?: string): string {
  const url = new URL(browser.runtime.getURL('src/history-page/index.html'))
  if (words.trim() !== '') url.searchParams.set('q', words.trim())
  for (const garment of garments) url.searchParams.append('class', garment)
  if (tag) url.hash = `tag=${tag}`
  return url.href
}
