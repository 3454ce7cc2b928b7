/** Key events that have already closed something of ours. */
const handled = new WeakSet<Event>()

/** Consumes a key event so that no other handler of ours acts on it. */
export function markHandled(event: Event): void {
  handled.add(event)
}

/**
 * Calls back when the user presses Escape for the page as a whole, not for a field, a dialog or a handler that has consumed
 * the key.
 */
export function onEscape(callback: () => void, signal: AbortSignal): void {
  const pressed = (event: KeyboardEvent) => {
    const isForPage = event.isTrusted && event.key === 'Escape' && !event.defaultPrevented && !handled.has(event)
    if (isForPage && !isForPart(event)) callback()
  }
  // Bubbles to the window last, after the page's own listeners have had their chance to consume it.
  window.addEventListener('keydown', pressed, { signal })
}

/** Whether part of the page uses the key. */
function isForPart(event: Event): boolean {
  const [target] = event.composedPath()
  const isInField =
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  return (
    isInField || document.fullscreenElement !== null || document.querySelector('dialog[open], :popover-open') !== null
  )
}
