import { useEffect, useState } from 'preact/hooks'
import { text } from '../platform/text.ts'

/** Milliseconds that a deletion can be undone. */
const SHOWN = 6000

/** "Deleted · Undo", also by Ctrl+Z. It waits while the pointer or the keyboard is on it. */
export function Toast({ onUndo, onGone }: { onUndo(): void; onGone(): void }) {
  const [isHeld, setHeld] = useState(false)

  // Not by `onGone`: a new callback must not start the time anew.
  useEffect(() => {
    if (isHeld) return
    const timer = setTimeout(onGone, SHOWN)
    return () => clearTimeout(timer)
  }, [isHeld])

  useEffect(() => {
    const undo = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key === 'z') onUndo()
    }
    document.addEventListener('keydown', undo)
    return () => document.removeEventListener('keydown', undo)
  }, [onUndo])

  return (
    <div
      class="toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      {text('deleted')}
      <button type="button" onClick={onUndo}>
        {text('undo')}
      </button>
    </div>
  )
}
