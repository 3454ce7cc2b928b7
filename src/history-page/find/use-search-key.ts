import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

/** Makes `/` focus the search field, except while the user is typing. */
export function useSearchKey(field: RefObject<HTMLInputElement>): void {
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (event.key !== '/' || takesKeys(event.target) || document.querySelector('dialog[open]')) return
      event.preventDefault()
      field.current?.focus()
    }
    document.addEventListener('keydown', focus)
    return () => document.removeEventListener('keydown', focus)
  }, [field])
}

/** Whether typing changes the focused control. A checkbox keeps the focus after a click and needs no letters. */
function takesKeys(target: EventTarget | null): boolean {
  const isField = target instanceof HTMLInputElement && !/^(checkbox|radio|button)$/.test(target.type)
  return isField || target instanceof HTMLSelectElement
}
