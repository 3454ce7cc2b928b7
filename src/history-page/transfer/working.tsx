import { percent } from '../../i18n/percent.ts'
import { text } from '../../i18n/text.ts'

interface WorkingProps {
  says: string
  /** 0..1 */
  progress: number
  onCancel(): void
}

/** How far some work has come, and a way to end it. */
export function Working({ says, progress, onCancel }: WorkingProps) {
  return (
    <>
      <label class="working">
        <span>
          {says} <span class="share">{percent(progress)}</span>
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
