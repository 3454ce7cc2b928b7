import { onAbort } from '../../../async/on-abort.ts'
import { text } from '../../../i18n/text.ts'
import { createElement } from '../dom/create-element.ts'
import { anchorCard } from '../overlay/card-anchor.ts'
import type { Overlay } from '../overlay/overlay.ts'
import type { Anchor } from '../overlay/placement.ts'
import styles from './card.css?inline'

/** A card of the page, such as the one that answers a right click. */
export interface OpenCard {
  element: HTMLElement
  /** Everything but the close button. */
  content: HTMLElement
  /** Screen readers announce what it says. At first it says "Looking…". */
  status: HTMLElement
  close(): void
  /** Aborted when the card closes. */
  closed: AbortSignal
}

/** What a card takes from the core. */
interface CardCore {
  overlay: Overlay
  /** Consumes a key. */
  markHandled(event: Event): void
  /** Closes the card. */
  signal: AbortSignal
}

/** The card that is open on each overlay. */
const openCards = new WeakMap<Overlay, AbortController>()
const styledOverlays = new WeakSet<Overlay>()

/**
 * Opens a card at an element, or at the top of the screen, and closes the last one: there is one at a time. Escape and its
 * close button close it, and so does the end of the element.
 */
export function openCard(
  { overlay, markHandled, signal }: CardCore,
  target: Element | undefined,
  anchor: Anchor = anchorCard,
): OpenCard {
  if (!styledOverlays.has(overlay)) overlay.addStyle(styles)
  styledOverlays.add(overlay)
  openCards.get(overlay)?.abort()
  const controller = new AbortController()
  openCards.set(overlay, controller)
  const closed = AbortSignal.any([signal, controller.signal])
  const close = () => controller.abort()

  const card = createElement('div', 'card')
  card.setAttribute('role', 'dialog')
  card.setAttribute('aria-label', text('name'))
  const content = createElement('div', 'says')
  const status = createElement('div', 'status')
  status.setAttribute('role', 'status')
  status.append(createElement('span', 'spinner'), createElement('span', '', text('answer_looking')))
  content.append(status)
  const button = createElement('button', 'close', '×')
  button.type = 'button'
  button.setAttribute('aria-label', text('close'))
  button.addEventListener('click', close)
  card.append(content, button)

  // The focus may stay on the page, so the page gets the key.
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !event.isTrusted) return
    markHandled(event)
    close()
  }
  document.addEventListener('keydown', onKey, { capture: true, signal: closed })
  const placed = overlay.place(target ?? document.documentElement, card, { anchor, onGone: close })
  onAbort(closed, placed.remove)
  return { element: card, content, status, close, closed }
}
