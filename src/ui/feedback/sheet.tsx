import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

interface SheetProps {
  class: string
  /** Id of what names it. */
  labelledBy: string
  /** Closed by Escape, by a click beside it, or by what `children` do. */
  onClose(): void
  onKeyDown?: (event: KeyboardEvent) => void
  children: ComponentChildren
}

/** A dialogue over the page. The browser keeps the focus in it, and gives it back to where it was. */
export function Sheet({ class: name, labelledBy, onClose, onKeyDown, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    dialog.current?.showModal()
    return () => dialog.current?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      class={name}
      aria-labelledby={labelledBy}
      onCancel={event => {
        // It goes when its owner takes it out.
        event.preventDefault()
        onClose()
      }}
      onClick={event => event.target === event.currentTarget && onClose()}
      onKeyDown={onKeyDown}
    >
      <div class="within">{children}</div>
    </dialog>
  )
}
