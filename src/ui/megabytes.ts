import browser from 'webextension-polyfill'

/** `12345678` → "12 MB" in the browser's language; below ten with one decimal. */
export function megabytes(bytes: number): string {
  const value = bytes / 1e6
  const maximumFractionDigits = value < 10 ? 1 : 0
  const format = new Intl.NumberFormat(browser.i18n.getUILanguage(), {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits,
  })
  return format.format(value)
}
