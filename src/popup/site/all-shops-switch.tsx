import { text } from '../../i18n/text.ts'
import type { AllShopsState } from '../../ui/permissions/use-all-shops.ts'

/** The switch for badges on every shop. */
export function AllShopsSwitch({ isOn, onToggle }: AllShopsState) {
  return (
    <div class="site">
      <div class="site-words">
        <label for="shops-switch">{text('shops_switch')}</label>
        <p id="shops-hint" class="soft">
          {text('shops_hint')}
        </p>
      </div>
      <button
        type="button"
        id="shops-switch"
        role="switch"
        aria-checked={isOn === true}
        aria-describedby="shops-hint"
        disabled={isOn === undefined}
        onClick={onToggle}
      />
    </div>
  )
}
