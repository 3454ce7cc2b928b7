import { text } from '../../i18n/text.ts'
import { Sheet } from '../../ui/feedback/sheet.tsx'
import { count } from '../../ui/format/count.ts'

interface EraseTaughtProps {
  ownKinds: number
  examples: number
  onConfirm(): void
  onClose(): void
}

/** Asks for confirmation before all that was taught is erased, because that cannot be undone. */
export function EraseTaught({ ownKinds, examples, onConfirm, onClose }: EraseTaughtProps) {
  return (
    <Sheet class="dialog" labelledBy="erase-taught-title" onClose={onClose}>
      <h2 id="erase-taught-title">{text('taught_erase_title')}</h2>
      <ul>
        <li>{text('taught_erase_kinds', count(ownKinds))}</li>
        <li>{text('taught_erase_pictures', count(examples))}</li>
      </ul>
      <p>{text('taught_erase_final')}</p>
      <div class="acts">
        <button type="button" class="choose" onClick={onClose}>
          {text('cancel')}
        </button>
        <button type="button" class="choose danger" onClick={onConfirm}>
          {text('taught_erase_now')}
        </button>
      </div>
    </Sheet>
  )
}
