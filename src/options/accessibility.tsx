import { text } from '../i18n/text.ts'
import type { Settings } from '../settings/schema.ts'
import { changeSettings } from '../settings/storage.ts'
import { Section } from './section.tsx'
import { SwitchRow } from './switch-row.tsx'

/** What makes pages say more to those who hear them. */
export function Accessibility({ settings: { altTexts } }: { settings: Settings }) {
  return (
    <Section name="accessibility">
      <SwitchRow
        id="alt-texts"
        label={text('options_alt')}
        hint={text('options_alt_hint')}
        isOn={altTexts}
        onToggle={() => void changeSettings({ altTexts: !altTexts })}
      />
    </Section>
  )
}
