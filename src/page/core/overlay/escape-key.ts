/** Keys that have closed something of ours already. */
const spent = new WeakSet<Event>()

/** What takes an Escape as its own says so, so that the same key does nothing else of ours. */
export function markHandled(event: Event): void {
  spent.add(event)
}

/**
 * Calls back when a person presses Escape and means the page as a whole: not a field, a dialogue, or anything that has
 * taken the key.
 */
export function onEscape(callback: () => void, signal: AbortSignal): void {
  const pressed = (event: KeyboardEvent) => {
    const isForPage = event.isTrusted && event.key === 'Escape' && !event.defaultPrevented && !spent.has(event)
    if (isForPage && !isElsewhere(event)) callback()
  }
  // After the page's own listeners, which may take it.
  window.addEventListener('keydown', pressed, { signal })
}

function isElsewhere(event: Event): boolean {
  const [target] = event.composedPath()
  const isInField =
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  return (
    isInField || document.fullscreenElement !== null || document.querySelector('dialog[open], :popover-open') !== null
  )
}
