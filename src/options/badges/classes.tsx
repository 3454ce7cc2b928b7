import { type Garment, garments } from '../../apparel/classes.ts'
import { className } from '../../i18n/class-name.ts'
import { text } from '../../i18n/text.ts'
import { changeSettings } from '../../settings/storage.ts'

/** Which of the ten get badges. */
export function Classes({ chosen }: { chosen: Garment[] }) {
  const toggle = (garment: Garment, isOn: boolean) =>
    void changeSettings(({ classes }) => ({
      classes: garments.filter(one => (one === garment ? isOn : classes.includes(one))),
    }))
  return (
    <fieldset class="chips">
      <legend>{text('options_classes')}</legend>
      {garments.map(garment => (
        <label key={garment} class="chip">
          <input
            type="checkbox"
            name={garment}
            checked={chosen.includes(garment)}
            onChange={event => toggle(garment, event.currentTarget.checked)}
          />
          {className(garment)}
        </label>
      ))}
      <span class="chip-ends">
        <button type="button" class="link" onClick={() => void changeSettings({ classes: [...garments] })}>
          {text('options_classes_all')}
        </button>
        <button type="button" class="link" onClick={() => void changeSettings({ classes: [] })}>
          {text('options_classes_none')}
        </button>
      </span>
    </fieldset>
  )
}
