import { text } from '../../i18n/text.ts'
import { Sheet } from '../feedback/sheet.tsx'
import { count } from '../format/count.ts'

interface AskToTrimProps {
  /** How many tags would be deleted. */
  excess: number
  onConfirm(): void
  onClose(): void
}

/** Asks for confirmation before a lower limit deletes tags, because that cannot be undone. */
export function AskToTrim({ excess, onConfirm, onClose }: AskToTrimProps) {
  return (
    <Sheet class="dialog" labelledBy="trim-title" onClose={onClose}>
      <h2 id="trim-title">{text('retention_ask', count(excess))}</h2>
      <p>{text('retention_for_good')}</p>
      <div class="acts">
        <button type="button" class="choose" onClick={onClose}>
          {text('cancel')}
        </button>
        <button type="button" class="choose danger" onClick={onConfirm}>
          {text('delete')}
        </button>
      </div>
    </Sheet>
  )
}
