import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

interface SheetProps {
  class: string
  /** Id of the element that names the dialog. */
  labelledBy: string
  /** Called on Escape and on a click outside. The children may close it too. */
  onClose(): void
  onKeyDown?: (event: KeyboardEvent) => void
  children: ComponentChildren
}

/** A modal dialog. The browser traps the focus in it and restores it afterwards. */
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
        // The owner closes the dialog by unmounting it.
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
