import browser from 'webextension-polyfill'
import { text } from './text.ts'

/**
 * Returns the BCP 47 tag of the interface language: the browser's own, such as `en-GB`, if it is translated, otherwise the
 * fallback language. Dates and numbers must match the language of the text around them.
 */
export function language(): string {
  const wanted = browser.i18n.getUILanguage()
  const written = text('language')
  return wanted.split('-', 1)[0] === written ? wanted : written
}
