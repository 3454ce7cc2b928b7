import { text } from '../../i18n/text.ts'
import { changeSettings } from '../../settings/storage.ts'
import { SwitchRow } from '../switch-row.tsx'

/** Chooses whether a page's words beside its pictures count. */
export function PageWords({ isOn }: { isOn: boolean }) {
  return (
    <SwitchRow
      id="page-words"
      label={text('options_words')}
      hint={text('options_words_hint')}
      isOn={isOn}
      onToggle={() => void changeSettings({ pageWords: !isOn })}
    />
  )
}
