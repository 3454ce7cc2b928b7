/** `NodeFilter.SHOW_TEXT`: a parsed document without a window has no such global. */
export const TEXT = 4

/** Pieces of text that one label may be made of. */
const MOST_PIECES = 10

/** The text within a node, blanks as one; '' where it is longer than `most` characters. Reads no more than it must. */
export function shortText(page: Document, node: Node, most: number): string {
  const texts = page.createTreeWalker(node, TEXT)
  let text = ''
  for (let pieces = 0; texts.nextNode(); pieces++) {
    const piece = texts.currentNode.nodeValue ?? ''
    // Blanks of a page's indentation do not make a label long.
    if (pieces >= MOST_PIECES || piece.length > most + 200) return ''
    text = `${text} ${piece}`.replace(/\s+/g, ' ').trim()
    if (text.length > most) return ''
  }
  return text
}
