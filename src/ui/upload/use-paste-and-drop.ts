import { useEffect, useState } from 'preact/hooks'

/**
 * Hands over the files of each paste and drop, anywhere in the popup.
 * @returns true while something is dragged over it
 */
export function usePasteAndDrop(take: (files: FileList) => void): boolean {
  const [isDropping, setDropping] = useState(false)
  useEffect(() => {
    const abort = new AbortController()
    const on = <Type extends 'paste' | 'dragover' | 'dragleave' | 'drop'>(
      type: Type,
      listener: (event: DocumentEventMap[Type]) => void,
    ) => document.addEventListener(type, listener, { signal: abort.signal })

    on('paste', event => event.clipboardData && take(event.clipboardData.files))
    on('dragover', event => {
      event.preventDefault()
      setDropping(true)
    })
    // Only a leave without a next element leaves the document.
    on('dragleave', event => event.relatedTarget === null && setDropping(false))
    on('drop', event => {
      // Otherwise the browser opens the file in place of the popup.
      event.preventDefault()
      setDropping(false)
      if (event.dataTransfer) take(event.dataTransfer.files)
    })
    return () => abort.abort()
  }, [take])
  return isDropping
}
