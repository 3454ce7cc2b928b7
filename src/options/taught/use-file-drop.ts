import { useState } from 'preact/hooks'

/** Lets an element take dropped files. @returns handlers for the element, and whether something is being dragged over it */
export function useFileDrop(take: (files: File[]) => void) {
  const [isDropping, setDropping] = useState(false)
  return {
    isDropping,
    onDragOver(event: DragEvent) {
      event.preventDefault()
      setDropping(true)
    },
    onDragLeave(event: DragEvent & { currentTarget: HTMLElement }) {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setDropping(false)
    },
    onDrop(event: DragEvent) {
      // Otherwise the browser would navigate to the file.
      event.preventDefault()
      setDropping(false)
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length > 0) take(files)
    },
  }
}
