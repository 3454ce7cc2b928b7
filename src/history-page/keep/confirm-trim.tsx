import { text } from '../../platform/text.ts'
import { count } from '../../ui/count.ts'
import { Sheet } from '../../ui/sheet.tsx'

interface ConfirmTrimProps {
  /** Tags that would go. */
  excess: number
  onConfirm(): void
  onClose(): void
}

/** Asks before a lower limit deletes tags, since that cannot be undone. */
export function ConfirmTrim({ excess, onConfirm, onClose }: ConfirmTrimProps) {
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
