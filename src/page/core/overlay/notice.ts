import { onAbort } from '../../../async/on-abort.ts'
import { createElement } from '../dom/create-element.ts'
import { anchorCard } from './card-anchor.ts'
import type { Overlay, OverlayItem } from './overlay.ts'

const SHOWN_MS = 4000

/** Shows a message at the top of the screen for a while. A new notice replaces the last. */
export function createNotices(overlay: Overlay, signal: AbortSignal): (words: string) => void {
  let last: OverlayItem | undefined
  let timer = 0
  onAbort(signal, () => {
    clearTimeout(timer)
    last?.remove()
  })
  return words => {
    clearTimeout(timer)
    last?.remove()
    const notice = createElement('div', 'card notice', words)
    notice.setAttribute('role', 'status')
    const item = overlay.place(document.documentElement, notice, { anchor: anchorCard })
    last = item
    timer = window.setTimeout(() => item.remove(), SHOWN_MS)
  }
}
