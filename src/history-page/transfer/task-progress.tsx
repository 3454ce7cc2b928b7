import { percent } from '../../i18n/class-name.ts'
import { text } from '../../i18n/text.ts'

interface TaskProgressProps {
  label: string
  /** 0..1 */
  progress: number
  onCancel(): void
}

/** Shows the progress of a task, with a button to cancel it. */
export function TaskProgress({ label, progress, onCancel }: TaskProgressProps) {
  return (
    <>
      <label class="working">
        <span>
          {label} <span class="share">{percent(progress)}</span>
        </span>
        <progress value={progress} />
      </label>
      <div class="acts">
        <button type="button" class="choose" onClick={onCancel}>
          {text('cancel')}
        </button>
      </div>
    </>
  )
}
