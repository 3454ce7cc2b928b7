import { useState } from 'preact/hooks'
import { text } from '../../i18n/text.ts'
import { Sheet } from '../../ui/feedback/sheet.tsx'
import { count } from '../../ui/format/count.ts'
import { eraseEverything } from './erase-everything.ts'

/** Erases everything after the user has confirmed a list of what will go. */
export function Erase({ tags }: { tags: number }) {
  const [isAsked, ask] = useState(false)
  const [outcome, setOutcome] = useState<'erased' | 'erase_failed'>()
  const erase = async () => {
    ask(false)
    try {
      await eraseEverything()
      setOutcome('erased')
    } catch {
      setOutcome('erase_failed')
    }
  }
  return (
    <div class="row">
      <p class={outcome === 'erase_failed' ? 'words trouble' : 'words soft'} role="status">
        {text(outcome ? `options_${outcome}` : 'options_erase_hint')}
      </p>
      <button type="button" id="erase" class="choose danger" onClick={() => ask(true)}>
        {text('options_erase')}
      </button>
      {isAsked && (
        <Sheet class="dialog" labelledBy="erase-title" onClose={() => ask(false)}>
          <h2 id="erase-title">{text('options_erase_title')}</h2>
          <ul>
            <li>{text('options_erase_history', count(tags))}</li>
            <li>{text('options_erase_taught')}</li>
            <li>{text('options_erase_settings')}</li>
            <li>{text('options_erase_grants')}</li>
          </ul>
          <p>{text('options_erase_final')}</p>
          <div class="acts">
            <button type="button" class="choose" onClick={() => ask(false)}>
              {text('cancel')}
            </button>
            <button type="button" class="choose danger" onClick={() => void erase()}>
              {text('options_erase_now')}
            </button>
          </div>
        </Sheet>
      )}
    </div>
  )
}
