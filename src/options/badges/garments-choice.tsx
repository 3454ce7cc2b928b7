import { text } from '../../i18n/text.ts'
import { type BadgedGarments, badgedGarments } from '../../settings/schema.ts'
import { changeSettings } from '../../settings/storage.ts'
import { RadioChoice } from './radio-choice.tsx'

/** Chooses whether the main garment of a picture gets a badge, or each. */
export function GarmentsChoice({ chosen }: { chosen: BadgedGarments }) {
  return (
    <fieldset aria-describedby="garments-hint">
      <legend>{text('options_garments')}</legend>
      <RadioChoice
        name="garments"
        choices={badgedGarments}
        chosen={chosen}
        onChoose={choice => void changeSettings({ badgedGarments: choice })}
        labelOf={choice => text(`options_garments_${choice}`)}
      />
      <p id="garments-hint" class="soft">
        {text('options_garments_hint')}
      </p>
    </fieldset>
  )
}
