import type { ShopVerdict } from '../messages.ts'
import { text } from '../platform/text.ts'
import { ShopWords } from './shop-words.tsx'
import type { SiteState } from './use-site.ts'

/** The switch that badges the active tab's site, or the reason why that is impossible; and whether that is a shop. */
export function SiteSwitch({ site, isOn, onToggle, onForget, shop }: SiteState & { shop: ShopVerdict | undefined }) {
  const isPossible = site !== undefined && 'origin' in site
  return (
    <div class="site">
      <div class="site-words">
        <label for="site-switch">{text('site_switch')}</label>
        <p id="site-name" class="soft">
          {site && ('origin' in site ? site.host : text(site.barred))}
        </p>
      </div>
      <button
        type="button"
        id="site-switch"
        role="switch"
        aria-checked={isOn}
        aria-describedby="site-name"
        disabled={!isPossible}
        onClick={onToggle}
      />
      {isPossible && <ShopWords shop={shop} onForget={onForget} />}
    </div>
  )
}
