import type { RefObject } from 'preact'

interface FileChooserProps {
  /** Ref of the hidden input, whose click opens the browser's dialog. */
  field: RefObject<HTMLInputElement>
  /** File types to offer, as in HTML's `accept`. */
  accept: string
  class?: string
  /** Takes one file. */
  onFile?: (file: File) => void
  /** Takes one or more. */
  onFiles?: (files: File[]) => void
}

/** A hidden file input, so that the page can open the dialog from a button of its own design. */
export function FileChooser({ field, accept, class: name, onFile, onFiles }: FileChooserProps) {
  return (
    <input
      ref={field}
      class={name}
      type="file"
      accept={accept}
      multiple={onFiles !== undefined}
      hidden
      onChange={event => {
        const files = [...(event.currentTarget.files ?? [])]
        if (files[0]) onFile?.(files[0])
        if (files.length > 0) onFiles?.(files)
        // Otherwise choosing the same file again would not fire a change event.
        event.currentTarget.value = ''
      }}
    />
  )
}
