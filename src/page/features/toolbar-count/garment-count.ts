import { onAbort } from '../../../async/on-abort.ts'
import { tryToTellBackground } from '../../../messages/send.ts'

/** Changes within this time are sent as one. */
const DEBOUNCE_MS = 500

/** Tells the service worker when the number of garments in this frame changes. */
interface GarmentCount {
  /** Call it when the garments of this frame, or its frames, may have changed. */
  changed(): void
  /** The number of garments in this frame; 0 after the page was left. */
  count(): number
}

/** @param count counts the garments of this frame */
export function createGarmentCount(count: () => number, signal: AbortSignal): GarmentCount {
  let sentCount = 0
  let frameCount = window.length
  let isStale = false
  let isLeft = false
  let timer = 0

  function update(): void {
    timer = 0
    const now = count()
    if (isStale || now !== sentCount || window.length < frameCount) send()
    isStale = false
    sentCount = now
    frameCount = window.length
  }

  function changed(): void {
    timer ||= window.setTimeout(update, DEBOUNCE_MS)
  }

  /** The number on the button is out of date, whatever this frame has. */
  function expire(): void {
    isStale = true
    changed()
  }

  /** The browser keeps the number for the next page of the tab. */
  function leave(): void {
    isLeft = true
    if (sentCount > 0 || window.length > 0) send()
  }

  // A frame that navigates does not report what it had.
  const loaded = ({ target }: Event) => target instanceof HTMLIFrameElement && expire()
  document.addEventListener('load', loaded, { capture: true, signal })
  const shown = ({ persisted }: PageTransitionEvent) => {
    isLeft = false
    if (persisted) expire()
  }
  window.addEventListener('pageshow', shown, { signal })
  window.addEventListener('pagehide', leave, { signal })
  onAbort(signal, () => {
    clearTimeout(timer)
    leave()
  })
  return { changed, count: () => (isLeft ? 0 : count()) }
}

function send(): void {
  void tryToTellBackground('garments-changed')
}
