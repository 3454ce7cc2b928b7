import browser from 'webextension-polyfill'

/** `1234` → "1,234" in the browser's language. */
export function count(value: number): string {
  return value.toLocaleString(browser.i18n.getUILanguage())
}
