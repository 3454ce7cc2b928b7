import { text } from '../../i18n/text.ts'
import type { PageSummary } from '../../page/features/report/picture-report.ts'
import type { ShopVerdict } from '../../page/features/shop/verdict.ts'
import { PageSummaryLine } from '../page/page-summary.tsx'
import { ShopReasons } from './shop-reasons.tsx'
import type { SiteState } from './use-site.ts'

interface SiteSwitchProps extends SiteState {
  shop: ShopVerdict | undefined
  /** Counts of the page's pictures. */
  summary: PageSummary | undefined
}

/** The switch for badges on the active tab's site, or why that is impossible; the shop verdict; and the picture counts. */
export function SiteSwitch({ site, isOn, isReady, onToggle, onForget, shop, summary }: SiteSwitchProps) {
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
        disabled={!isReady}
        onClick={onToggle}
      />
      {isPossible && (
        <>
          {isOn ? <PageSummaryLine summary={summary} /> : <p class="soft off-words">{text('page_off')}</p>}
          <ShopReasons shop={shop} onForget={onForget} />
        </>
      )}
    </div>
  )
}
