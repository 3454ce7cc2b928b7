import type { RefObject } from 'preact'

interface FileChooserProps {
  /** Of the hidden field, whose click opens the browser's dialog. */
  field: RefObject<HTMLInputElement>
  /** What files are offered, as in HTML's `accept`. */
  accept: string
  class?: string
  onFile(file: File): void
}

/** Lets the person choose a file, at the click of a button that looks as the page wants it. */
export function FileChooser({ field, accept, class: name, onFile }: FileChooserProps) {
  return (
    <input
      ref={field}
      class={name}
      type="file"
      accept={accept}
      hidden
      onChange={event => {
        const [file] = event.currentTarget.files ?? []
        if (file) onFile(file)
        // So that choosing the same file again is a change too.
        event.currentTarget.value = ''
      }}
    />
  )
}
