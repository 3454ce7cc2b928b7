import { onAbort } from '../../../async/on-abort.ts'
import { createElement } from '../dom/create-element.ts'
import { anchorCard } from './card-anchor.ts'
import type { Overlay } from './overlay.ts'

/** Milliseconds for which a notice stays. */
const STAY = 4000

/** Says something at the top of the screen for a while; a new notice takes the place of the last. */
export function createNotices(overlay: Overlay, signal: AbortSignal): (words: string) => void {
  let last: { remove(): void } | undefined
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
    const placed = overlay.place(document.documentElement, notice, { anchor: anchorCard })
    last = placed
    timer = window.setTimeout(() => placed.remove(), STAY)
  }
}
