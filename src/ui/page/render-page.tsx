import { type ComponentChild, render } from 'preact'
import { language } from '../../i18n/language.ts'
import { text } from '../../i18n/text.ts'

/** Shows a page of the extension in the language and direction of its words. */
export function renderPage(title: string, page: ComponentChild): void {
  document.documentElement.lang = language()
  document.documentElement.dir = text('direction')
  document.title = title
  render(page, document.body)
}
