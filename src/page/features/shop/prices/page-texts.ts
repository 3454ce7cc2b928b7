import { ELEMENT_NODE, SHOW_TEXT } from '../../../core/dom/constants.ts'

/** Text nodes that are examined, from the top of the page. */
const MAX_TEXTS = 4000
/** Characters of a text that are read, including indentation. */
const MAX_TEXT_LENGTH = 200

const invisible = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'TEXTAREA', 'CODE', 'PRE', 'TITLE'])

/** A text of the page that people see. */
export interface PageText {
  parent: Element
  /** Without white space around it; at most 200 characters. */
  text: string
}

/** The first texts of the page, in its order. Text nodes that no element separates are one text: some frameworks split them. */
export function pageTexts(page: Document): PageText[] {
  const found: PageText[] = []
  const texts = page.createTreeWalker(page.body, SHOW_TEXT)
  for (let seen = 0; seen < MAX_TEXTS && texts.nextNode(); seen++) {
    const { nodeValue, parentElement: parent, previousSibling } = texts.currentNode
    const raw = (nodeValue ?? '').slice(0, MAX_TEXT_LENGTH)
    const text = raw.trim()
    if (!parent || !text || invisible.has(parent.tagName)) continue
    const last = found.at(-1)
    const isContinued = previousSibling !== null && previousSibling.nodeType !== ELEMENT_NODE && last?.parent === parent
    if (isContinued) last.text = `${last.text}${/^\s/.test(raw) ? ' ' : ''}${text}`.slice(0, MAX_TEXT_LENGTH)
    else found.push({ parent, text })
  }
  return found
}
