import { kindGroups } from '../../apparel/more-kinds.ts'
import { text } from '../../i18n/text.ts'
import type { Settings } from '../../settings/schema.ts'
import { changeSettings } from '../../settings/storage.ts'
import { Chip } from './chip.tsx'
import { toggled } from './toggled.ts'

/** Chooses what gets badges beside the ten classes. */
export function MoreKinds({ moreKinds }: Pick<Settings, 'moreKinds'>) {
  return (
    <fieldset class="chips" id="more-kinds" aria-describedby="more-kinds-hint">
      <legend>{text('options_more_kinds')}</legend>
      {kindGroups.map(group => (
        <Chip
          key={group}
          name={group}
          label={text(`kinds_${group}`)}
          isOn={moreKinds.includes(group)}
          onToggle={isOn =>
            void changeSettings(({ moreKinds }) => ({ moreKinds: toggled(kindGroups, moreKinds, group, isOn) }))
          }
        />
      ))}
      <p id="more-kinds-hint" class="soft">
        {text('options_more_kinds_hint')}
      </p>
    </fieldset>
  )
}
