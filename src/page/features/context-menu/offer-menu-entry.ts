import { onAbort } from '../../../async/on-abort.ts'
import { tryToTellBackground } from '../../../messages/send.ts'
import { unclobbered } from '../../core/dom/unclobbered.ts'
import { elementsAt, pictureAt } from '../../core/find/at-point.ts'

/** Nobody opens the menu before the pointer has rested this long. */
const DWELL_MS = 60
/** Elements that the browser recognises as images, for which the menu has another entry. */
const KNOWN_TO_BROWSER = 'img, input[type="image" i], image, object, embed'

/**
 * Offers the entry while the pointer is at a picture that the browser does not recognise as one: a background, a canvas, a
 * video. Nowhere else, until the signal is aborted: the browser would fold two entries into a submenu.
 */
export function offerMenuEntry(signal: AbortSignal): void {
  let isOffered = false
  let timer = 0

  function offer(isHere: boolean): void {
    clearTimeout(timer)
    if (isHere === isOffered) return
    isOffered = isHere
    void tryToTellBackground('offer-menu', { isHere })
  }

  function check({ isTrusted, clientX, clientY }: PointerEvent): void {
    if (!isTrusted) return
    const elements = elementsAt(clientX, clientY)
    const isKnown = elements.some(element => unclobbered(element).matches(KNOWN_TO_BROWSER))
    offer(!isKnown && pictureAt(elements, clientX, clientY) !== undefined)
  }

  const moved = (event: PointerEvent) => {
    if (!event.isTrusted) return
    clearTimeout(timer)
    timer = window.setTimeout(() => check(event), DWELL_MS)
  }
  const left = ({ isTrusted, relatedTarget: next }: PointerEvent) => {
    // The script inside a frame offers the entry there.
    if (isTrusted && (next === null || next instanceof HTMLIFrameElement)) offer(false)
  }
  const options = { capture: true, passive: true, signal }
  window.addEventListener('pointermove', moved, options)
  window.addEventListener('pointerdown', check, options)
  window.addEventListener('pointerout', left, options)
  window.addEventListener('pagehide', ({ isTrusted }) => isTrusted && offer(false), options)
  onAbort(signal, () => offer(false))
}
