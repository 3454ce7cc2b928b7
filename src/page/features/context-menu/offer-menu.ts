import { onAbort } from '../../../async/on-abort.ts'
import { own } from '../../core/dom/unclobbered.ts'
import { elementsAt, pictureAmong } from '../../core/find/at-point.ts'
import { tellBackground } from '../../tell-background.ts'

/** Milliseconds for which the pointer rests before a person can have opened the menu. */
const REST = 60
/** What the browser itself finds under the pointer, and has an entry of its own kind for. */
const NAMED = 'img, input[type="image" i], image'

/**
 * Offers the menu's entry where the pointer is at a picture that the browser does not take for one: a background, a drawing,
 * a video. There and nowhere else, until the signal is aborted: two entries at once would be folded into a menu of their own.
 */
export function offerMenu(signal: AbortSignal): void {
  let isOffered = false
  let timer = 0

  function offer(isHere: boolean): void {
    clearTimeout(timer)
    if (isHere === isOffered) return
    isOffered = isHere
    void tellBackground({ to: 'background', type: 'offer-menu', isHere })
  }

  function look({ isTrusted, clientX, clientY }: PointerEvent): void {
    if (!isTrusted) return
    const elements = elementsAt(clientX, clientY)
    offer(
      !elements.some(element => own(element).matches(NAMED)) && pictureAmong(elements, clientX, clientY) !== undefined,
    )
  }

  const moved = (event: PointerEvent) => {
    if (!event.isTrusted) return
    clearTimeout(timer)
    timer = window.setTimeout(() => look(event), REST)
  }
  const left = ({ isTrusted, relatedTarget: next }: PointerEvent) => {
    // What is in a frame is the frame's own affair.
    if (isTrusted && (next === null || next instanceof HTMLIFrameElement)) offer(false)
  }
  const options = { capture: true, passive: true, signal }
  window.addEventListener('pointermove', moved, options)
  window.addEventListener('pointerdown', look, options)
  window.addEventListener('pointerout', left, options)
  window.addEventListener('pagehide', ({ isTrusted }) => isTrusted && offer(false), options)
  onAbort(signal, () => offer(false))
}
