import { SHOW_TEXT } from '../../core/dom/constants.ts'

/** Characters of white space in one text node that do not make a label long. */
const MAX_INDENTATION = 200
/** Text nodes in one label. */
const MAX_TEXTS = 10

/**
 * The text within a node, with collapsed white space; '' if it is longer than `maxLength` characters or has more
 * than `maxTexts` text nodes. Reads no more than is needed.
 */
export function shortText(page: Document, node: Node, maxLength: number, maxTexts = MAX_TEXTS): string {
  const texts = page.createTreeWalker(node, SHOW_TEXT)
  let text = ''
  for (let pieces = 0; texts.nextNode(); pieces++) {
    const piece = texts.currentNode.nodeValue ?? ''
    if (pieces >= maxTexts || piece.length > maxLength + MAX_INDENTATION) return ''
    text = `${text} ${piece}`.replace(/\s+/g, ' ').trim()
    if (text.length > maxLength) return ''
  }
  return text
}
