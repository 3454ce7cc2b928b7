import { useRef } from 'preact/hooks'
import { text } from '../../i18n/text.ts'
import { FileChooser } from '../../ui/files/file-chooser.tsx'
import { PictureIcon } from '../../ui/icons/icons.tsx'

/** The button that searches by the user's own picture. */
export function PictureChooser({ onPicture }: { onPicture(file: File): void }) {
  const field = useRef<HTMLInputElement>(null)
  return (
    <>
      <button
        type="button"
        class="quiet"
        aria-label={text('similar_choose')}
        title={text('similar_hint')}
        onClick={() => field.current?.click()}
      >
        <PictureIcon />
      </button>
      <FileChooser field={field} class="picture-file" accept="image/*" onFile={onPicture} />
    </>
  )
}
