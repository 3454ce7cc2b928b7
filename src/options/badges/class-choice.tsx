import { garments } from '../../apparel/classes.ts'
import { className } from '../../i18n/class-name.ts'
import { text } from '../../i18n/text.ts'
import type { Settings } from '../../settings/schema.ts'
import { changeSettings } from '../../settings/storage.ts'
import { Chip } from './chip.tsx'
import { toggled } from './toggled.ts'

/** Chooses which of the ten classes get badges. */
export function ClassChoice({ classesOff }: Pick<Settings, 'classesOff'>) {
  return (
    <fieldset class="chips">
      <legend>{text('options_classes')}</legend>
      {garments.map(garment => (
        <Chip
          key={garment}
          name={garment}
          label={className(garment)}
          isOn={!classesOff.includes(garment)}
          onToggle={isOn =>
            void changeSettings(({ classesOff }) => ({ classesOff: toggled(garments, classesOff, garment, !isOn) }))
          }
        />
      ))}
      <span class="chip-ends">
        <button type="button" class="link" onClick={() => void changeSettings({ classesOff: [] })}>
          {text('options_classes_all')}
        </button>
        <button type="button" class="link" onClick={() => void changeSettings({ classesOff: [...garments] })}>
          {text('options_classes_none')}
        </button>
      </span>
    </fieldset>
  )
}
