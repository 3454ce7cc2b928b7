import { closestInPage } from '../dom/closest.ts'

const FRAME = 'header, footer, [role="banner"], [role="contentinfo"], #header, #footer, .header, .footer'
/** A header or footer within one of these is its own, not the page's. */
const PARTS = 'article, main, section, li, dialog'

/** Whether an element is in the header or footer of the page, where logos and icons are. */
export function isInPageFrame(element: Element): boolean {
  const frame = closestInPage(element, FRAME)
  return frame !== null && !(frame.parentElement && closestInPage(frame.parentElement, PARTS))
}
