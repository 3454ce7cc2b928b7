import { onAbort } from '../../../async/on-abort.ts'
import { tellBackground } from '../../tell-background.ts'

/** Milliseconds for which changes are gathered. */
const GATHER = 500

/** Lets the extension's button know how many garments are on the page. */
export interface Teller {
  /** There may be more garments in this frame, or less, or fewer frames. */
  changed(): void
  /** The garments of this frame; 0 once the page was left. */
  count(): number
}

/**
 * Tells of a frame's garments until the signal is aborted.
 * @param count counts them
 */
export function createTeller(count: () => number, signal: AbortSignal): Teller {
  let told = 0
  let frames = window.length
  let isStale = false
  let isLeft = false
  let timer = 0

  function tell(): void {
    timer = 0
    const now = count()
    if (isStale || now !== told || window.length < frames) send()
    isStale = false
    told = now
    frames = window.length
  }

  function changed(): void {
    timer ||= window.setTimeout(tell, GATHER)
  }

  /** What was told does not hold any more, whatever this frame has. */
  function expire(): void {
    isStale = true
    changed()
  }

  /** The browser keeps the number for the next page of the tab. */
  function leave(): void {
    isLeft = true
    if (told > 0 || window.length > 0) send()
  }

  // A frame that goes to another page tells nobody what it had.
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
  void tellBackground({ to: 'background', type: 'garments-changed' })
}
