import { MAX_NAME_LENGTH, type PageWords } from '../../../words/page-words.ts'
import { unclobbered } from '../dom/unclobbered.ts'
import type { Picture } from '../find/picture.ts'
import { cardOf, isIcon, namesIn } from './card.ts'
import { productNameOf } from './product-names.ts'

/** Collects what the page says of a picture. It reads the tree and no layout, apart from the picture's width. */
export function wordsBeside({ element, url }: Picture): PageWords {
  const card = cardOf(element)
  const link = element.closest('a')
  const texts = [
    ...labelsOf(element),
    ...labelsOf(link),
    // What is no HTML link has no path.
    link?.pathname?.split('/').findLast(Boolean),
    element.closest('figure')?.querySelector('figcaption')?.textContent,
    productNameOf(url),
    ...namesIn(card),
  ]
  return {
    language: element.closest<HTMLElement>('[lang]')?.lang ?? document.documentElement.lang,
    // A text that is too long is cut behind the bound, where the host sees that it is.
    texts: texts.flatMap(text => text?.trim().slice(0, MAX_NAME_LENGTH + 1) || []),
    ...(isIcon(element, card) && { isAmongIcons: true }),
  }
}

function labelsOf(element: Element | null) {
  return ['alt', 'aria-label', 'title'].map(name => element && unclobbered(element).getAttribute(name))
}
