import browser from 'webextension-polyfill'
import type { ToBackground } from '../messages.ts'
import { onAbort } from '../platform/on-abort.ts'

/** Milliseconds for which changes are gathered. */
const GATHER = 500

/**
 * Lets the extension's button know how many garments are on the page, until the signal is aborted.
 * @param count the garments of this frame
 * @returns to be called when that may have changed, and when something of the page has gone
 */
export function createTeller(count: () => number, signal: AbortSignal): () => void {
  let told = 0
  let frames = window.length
  let isStale = false
  let timer = 0

  const tell = () => {
    timer = 0
    const now = count()
    if (isStale || now !== told || window.length < frames) send()
    isStale = false
    told = now
    frames = window.length
  }
  const soon = () => {
    timer ||= window.setTimeout(tell, GATHER)
  }
  /** What was told does not hold any more, whatever this frame has. */
  const expire = () => {
    isStale = true
    soon()
  }
  // A frame that goes to another page tells nobody what it had.
  const loaded = ({ target }: Event) => target instanceof HTMLIFrameElement && expire()
  document.addEventListener('load', loaded, { capture: true, signal })
  window.addEventListener('pageshow', ({ persisted }) => persisted && expire(), { signal })
  // The browser keeps the number for the next page.
  const left = () => {
    if (told > 0 || window.length > 0) send()
  }
  window.addEventListener('pagehide', left, { signal })
  onAbort(signal, () => {
    clearTimeout(timer)
    left()
  })
  return soon
}

function send(): void {
  const message: ToBackground = { to: 'background', type: 'garments-changed' }
  void browser.runtime.sendMessage(message).catch(() => {})
}
