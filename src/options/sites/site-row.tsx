import { text } from '../../i18n/text.ts'
import { CrossIcon } from '../../ui/icons/icons.tsx'
import { leaveSite } from '../../ui/permissions/leave-site.ts'
import { hostOf, type ListedSite } from './list-sites.ts'
import { switchOn } from './site-permission.ts'

/** A listed site: badges on or off, or a permission that is missing on this machine. */
export function SiteRow({ site }: { site: ListedSite }) {
  const { origin, state } = site
  const host = hostOf(origin)
  return (
    <li class="row" data-state={state}>
      <div class="words">
        <bdi>{host}</bdi>
        <p class={state === 'ungranted' ? 'trouble' : 'soft'}>{text(`options_site_${state}`)}</p>
      </div>
      {state === 'ungranted' ? (
        <button
          type="button"
          class="choose"
          aria-label={text('options_site_allow_name', host)}
          onClick={() => void switchOn(origin)}
        >
          {text('options_site_allow')}
        </button>
      ) : (
        <button
          type="button"
          role="switch"
          aria-label={text('options_site_switch', host)}
          aria-checked={state === 'on'}
          onClick={() => void (state === 'on' ? leaveSite(origin, 'off') : switchOn(origin))}
        />
      )}
      <button
        type="button"
        class="quiet"
        aria-label={text('options_site_forget', host)}
        title={text('options_site_forget', host)}
        onClick={event => {
          focusNeighbour(event.currentTarget)
          void leaveSite(origin, 'none')
        }}
      >
        <CrossIcon />
      </button>
    </li>
  )
}

/** Keeps the keyboard focus in the list when the row disappears. */
function focusNeighbour(button: HTMLElement): void {
  const row = button.closest('li')
  const next = row?.nextElementSibling ?? row?.previousElementSibling
  const target = next?.querySelector<HTMLElement>('.quiet') ?? document.getElementById('sites')
  target?.focus({ preventScroll: true })
}
