import { useRef, useState } from 'preact/hooks'
import { text } from '../../platform/text.ts'
import { count } from '../../ui/count.ts'
import { eraseEverything } from './erase-everything.ts'

/** Erases all, after it has said what that is and was told to go on. */
export function Erase({ tags }: { tags: number }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [outcome, setOutcome] = useState<'erased' | 'erase_failed'>()
  const erase = async () => {
    dialog.current?.close()
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
      <button type="button" id="erase" class="choose danger" onClick={() => dialog.current?.showModal()}>
        {text('options_erase')}
      </button>
      <dialog ref={dialog} aria-labelledby="erase-title">
        <h3 id="erase-title">{text('options_erase_title')}</h3>
        <ul>
          <li>{text('options_erase_history', count(tags))}</li>
          <li>{text('options_erase_settings')}</li>
          <li>{text('options_erase_grants')}</li>
        </ul>
        <p>{text('options_erase_final')}</p>
        <div class="row ends">
          <button type="button" class="choose" onClick={() => dialog.current?.close()}>
            {text('cancel')}
          </button>
          <button type="button" class="choose danger" onClick={() => void erase()}>
            {text('options_erase_now')}
          </button>
        </div>
      </dialog>
    </div>
  )
}
