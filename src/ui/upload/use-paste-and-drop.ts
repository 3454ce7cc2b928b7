import { useEffect, useState } from 'preact/hooks'

/**
 * Passes the files of each paste and drop, anywhere on the page, to `take`.
 * @returns true while something is being dragged over the page
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
    // Without a related target, the pointer has left the document.
    on('dragleave', event => event.relatedTarget === null && setDropping(false))
    on('drop', event => {
      // Otherwise the browser would navigate to the file.
      event.preventDefault()
      setDropping(false)
      if (event.dataTransfer) take(event.dataTransfer.files)
    })
    return () => abort.abort()
  }, [take])
  return isDropping
}
