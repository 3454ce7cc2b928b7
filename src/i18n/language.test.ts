import { expect, it, vi } from 'vitest'

const browser = { language: '', written: '' }
vi.mock('webextension-polyfill', () => ({
  default: { i18n: { getUILanguage: () => browser.language, getMessage: () => browser.written } },
}))
const { language } = await import('./language.ts')

it.each([
  ['en-GB', 'en', 'en-GB'],
  ['es-419', 'es', 'es-419'],
  ['de', 'de', 'de'],
  ['it', 'en', 'en'],
  ['he', 'en', 'en'],
])('for a browser in %s with texts in %s the language is %s', (wanted, written, found) => {
  Object.assign(browser, { language: wanted, written })
  expect(language()).toBe(found)
})
