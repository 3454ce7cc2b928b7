import type { RefObject } from 'preact'

interface FileChooserProps {
  /** Ref of the hidden input, whose click opens the browser's dialog. */
  field: RefObject<HTMLInputElement>
  /** File types to offer, as in HTML's `accept`. */
  accept: string
  class?: string
  onFile(file: File): void
}

/** A hidden file input, so that the page can open the dialog from a button of its own design. */
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
        // Otherwise choosing the same file again would not fire a change event.
        event.currentTarget.value = ''
      }}
    />
  )
}
