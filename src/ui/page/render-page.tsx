import { type ComponentChild, render } from 'preact'
import { language } from '../../i18n/language.ts'
import { text } from '../../i18n/text.ts'

/** Renders an extension page and sets the title, language and writing direction of the document. */
export function renderPage(title: string, page: ComponentChild): void {
  document.documentElement.lang = language()
  document.documentElement.dir = text('direction')
  document.title = title
  render(page, document.body)
}
