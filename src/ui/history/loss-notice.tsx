import type { HistoryLoss } from '../../history/rescue/loss.ts'
import { text } from '../../i18n/text.ts'
import { count } from '../format/count.ts'

/** Says that the browser has lost the history, what a copy has brought back, and what the user can do. */
export function LossNotice({ loss, onDismiss }: { loss: HistoryLoss; onDismiss(): void }) {
  return (
    <div class="trouble" role="alert">
      <p>{text('history_lost', count(loss.tags - loss.restored))}</p>
      {loss.restored > 0 && <p>{text('history_lost_restored', count(loss.restored))}</p>}
      <p>{text('history_lost_hint')}</p>
      <button type="button" class="choose" onClick={onDismiss}>
        {text('close')}
      </button>
    </div>
  )
}
