import { useEffect, useLayoutEffect, useState } from 'preact/hooks'
import { text } from '../../i18n/text.ts'

/** Milliseconds that a toast is there; and one of what would be a great loss. */
const SHOWN = 6000
const LONG = 20_000

interface ToastProps {
  says: string
  /** Whether much depends on its being seen. */
  isGrave?: boolean
  /** Left out where there is nothing to undo. */
  onUndo?: (() => void) | undefined
  onGone(): void
}

/** "Deleted · Undo", also by Ctrl+Z. It waits while the pointer or the keyboard is on it. */
export function Toast({ says, isGrave = false, onUndo, onGone }: ToastProps) {
  const [isHeld, setHeld] = useState(false)

  // Not by `onGone`: a new callback must not start the time anew.
  useEffect(() => {
    if (isHeld) return
    const timer = setTimeout(onGone, isGrave ? LONG : SHOWN)
    return () => clearTimeout(timer)
  }, [isHeld])

  // Not after the next frame: what can be read can be undone.
  useLayoutEffect(() => {
    const undo = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key === 'z' && !isTyping(event.target)) onUndo?.()
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
      {says}
      {onUndo && (
        <button type="button" onClick={onUndo}>
          {text('undo')}
        </button>
      )}
    </div>
  )
}

/** There, Ctrl+Z takes back what was typed. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.value !== '' && /^(text|search)$/.test(target.type)
}
