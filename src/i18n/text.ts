import browser from 'webextension-polyfill'
import type messages from '../../public/_locales/en/messages.json'

/** A key of the locale files. */
export type TextKey = keyof typeof messages

/** Returns the text in the browser's language, with `$1`, `$2` … replaced by `substitutions`. */
export function text(key: TextKey, ...substitutions: string[]): string {
  return browser.i18n.getMessage(key, substitutions)
}
