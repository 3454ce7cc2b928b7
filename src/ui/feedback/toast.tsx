import { useEffect, useLayoutEffect, useState } from 'preact/hooks'
import { text } from '../../i18n/text.ts'

const USUAL_DURATION_MS = 6000
/** For losses that matter, such as many deleted tags. */
const LONG_DURATION_MS = 20_000

interface ToastProps {
  message: string
  /** Keeps the toast longer, because missing it would cost the user much. */
  isImportant?: boolean
  /** Omitted if there is nothing to undo. */
  onUndo?: (() => void) | undefined
  onGone(): void
}

/** "Deleted · Undo", also with Ctrl+Z. Stays while hovered or focused. */
export function Toast({ message, isImportant = false, onUndo, onGone }: ToastProps) {
  const [isHeld, setHeld] = useState(false)

  // `onGone` is not a dependency: a new callback must not restart the timeout.
  useEffect(() => {
    if (isHeld) return
    const timer = setTimeout(onGone, isImportant ? LONG_DURATION_MS : USUAL_DURATION_MS)
    return () => clearTimeout(timer)
  }, [isHeld])

  // In a layout effect, so that Ctrl+Z works as soon as the toast is visible.
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
      {message}
      {onUndo && (
        <button type="button" onClick={onUndo}>
          {text('undo')}
        </button>
      )}
    </div>
  )
}

/** In a text field with content, Ctrl+Z must undo typing instead. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.value !== '' && /^(text|search)$/.test(target.type)
}
