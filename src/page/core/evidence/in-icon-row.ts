import { rectOf } from '../dom/unclobbered.ts'

/** A picture with a longer side is no icon. */
const MAX_ICON_PX = 80
/** So many pictures of one size beside each other are a row. */
const MIN_ROW_LENGTH = 3
/** How many ancestors may be the row: of an icon in a link in a list item, the third. */
const MAX_DEPTH = 3

/** Whether a small picture is in a row of equally small ones, as icons are. */
export function isInIconRow(element: Element): boolean {
  const box = rectOf(element)
  if (Math.max(box.width, box.height) >= MAX_ICON_PX) return false
  const isBeside = (other: Element) => {
    const { top, height } = rectOf(other)
    return Math.abs(top - box.top) < 1 + box.height / 4 && Math.abs(height - box.height) < 1 + box.height / 4
  }
  let row = element.parentElement
  for (let depth = 1; row && depth <= MAX_DEPTH; depth++, row = row.parentElement) {
    const pictures = [...row.querySelectorAll(element.localName)].slice(0, 4 * MIN_ROW_LENGTH)
    if (pictures.filter(isBeside).length >= MIN_ROW_LENGTH) return true
  }
  return false
}
