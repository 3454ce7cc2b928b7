/** Everything by which a page could learn of the drag or the keys, or react to them. */
const INPUT = [
  ...['pointerdown', 'pointermove', 'pointerup', 'pointercancel', 'pointerover', 'pointerout', 'pointerrawupdate'],
  ...['mousedown', 'mousemove', 'mouseup', 'mouseover', 'mouseout', 'wheel'],
  ...['click', 'dblclick', 'auxclick', 'contextmenu', 'dragstart', 'selectstart'],
  ...['touchstart', 'touchmove', 'touchend', 'touchcancel'],
  ...['keydown', 'keypress', 'keyup', 'beforeinput'],
]

/**
 * Consumes all input in a window: neither the page nor the browser acts on it, but for Tab and the browser's own shortcuts.
 * @param handle gets each event instead
 */
export function consumeInput(view: Window, handle: (event: Event) => void, signal: AbortSignal): void {
  const consume = (event: Event) => {
    // What a page dispatches is its own business.
    if (!event.isTrusted) return
    event.stopImmediatePropagation()
    if (!isForBrowser(event)) event.preventDefault()
    handle(event)
  }
  for (const type of INPUT) view.addEventListener(type, consume, { capture: true, passive: false, signal })
}

function isForBrowser(event: Event): boolean {
  // Without it a touch would be no click. The style keeps it from scrolling.
  if (event.type.startsWith('touch')) return true
  if (!('key' in event)) return false
  const { key, ctrlKey, metaKey, altKey } = event as KeyboardEvent
  return key === 'Tab' || ctrlKey || metaKey || altKey
}
