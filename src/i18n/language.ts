import browser from 'webextension-polyfill'
import { text } from './text.ts'

/**
 * The language of all that is written here, a BCP 47 tag: the browser's own, as in `en-GB`, where it is translated; else the
 * language that stands in for it. Dates and numbers must be of the same language as the words around them.
 */
export function language(): string {
  const wanted = browser.i18n.getUILanguage()
  const written = text('language')
  return wanted.split('-', 1)[0] === written ? wanted : written
}
