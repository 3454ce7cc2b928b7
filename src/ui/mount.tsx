import { type ComponentChild, render } from 'preact'
import browser from 'webextension-polyfill'
import { text } from '../platform/text.ts'

/** Shows a page of the extension in the browser's language and direction. */
export function mount(title: string, page: ComponentChild): void {
  document.documentElement.lang = browser.i18n.getUILanguage()
  document.documentElement.dir = text('@@bidi_dir')
  document.title = title
  render(page, document.body)
}
