import browser from 'webextension-polyfill'
import type { Garment } from '../../apparel/classes.ts'

/** What is looked for in the history. */
export interface Search {
  /** As typed: beginnings of words of a page's title, its site or a class. */
  words: string
  /** Any of them; all where there is none. */
  garments: readonly Garment[]
}

export const everything: Search = { words: '', garments: [] }

/** Whether all fits. */
export function isEmpty({ words, garments }: Search): boolean {
  return words.trim() === '' && garments.length === 0
}

/** Address of the page of the history that shows what fits. @param tag id of one that is to be open there */
export function historyUrl({ words, garments }: Search, tag?: string): string {
  const url = new URL(browser.runtime.getURL('src/history-page/index.html'))
  if (words.trim() !== '') url.searchParams.set('q', words.trim())
  for (const garment of garments) url.searchParams.append('class', garment)
  if (tag) url.hash = `tag=${tag}`
  return url.href
}
