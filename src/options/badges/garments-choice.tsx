import { text } from '../../i18n/text.ts'
import { type BadgedGarments, badgedGarments } from '../../settings/schema.ts'
import { changeSettings } from '../../settings/storage.ts'

/** Chooses whether the main garment of a picture gets a badge, or each. */
export function GarmentsChoice({ chosen }: { chosen: BadgedGarments }) {
  return (
    <fieldset aria-describedby="garments-hint">
      <legend>{text('options_garments')}</legend>
      {badgedGarments.map(choice => (
        <label key={choice} class="option">
          <input
            type="radio"
            name="garments"
            value={choice}
            checked={chosen === choice}
            onChange={() => void changeSettings({ badgedGarments: choice })}
          />
          {text(`options_garments_${choice}`)}
        </label>
      ))}
      <p id="garments-hint" class="soft">
        {text('options_garments_hint')}
      </p>
    </fieldset>
  )
}
