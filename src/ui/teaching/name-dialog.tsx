import { text } from '../../i18n/text.ts'
import type { SaidByName } from '../../learning/said.ts'
import { Sheet } from '../feedback/sheet.tsx'
import { Chooser } from './chooser.tsx'
import { useOwnKinds } from './use-own-kinds.ts'

interface NameDialogProps {
  /** How many. */
  hint: string
  onChoose(said: SaidByName): void
  onClose(): void
}

/** Asks what several pictures show. */
export function NameDialog({ hint, onChoose, onClose }: NameDialogProps) {
  const ownKinds = useOwnKinds()
  return (
    <Sheet class="dialog" labelledBy="name-title" onClose={onClose}>
      <h2 id="name-title">{text('choose_these')}</h2>
      <p class="soft">{hint}</p>
      <Chooser ownKinds={ownKinds} onChoose={onChoose} onCancel={onClose} />
      <div class="acts">
        <button type="button" class="choose" onClick={onClose}>
          {text('cancel')}
        </button>
      </div>
    </Sheet>
  )
}
