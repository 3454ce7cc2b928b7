import { useState } from 'preact/hooks'
import { text } from '../../i18n/text.ts'
import type { Settings } from '../../settings/schema.ts'
import { useAllShops } from '../../ui/use-all-shops.ts'
import { Section } from '../section.tsx'
import { SwitchRow } from '../switch-row.tsx'
import { revoke } from './change-site.ts'
import { type ListedGrant, listSites } from './list-sites.ts'
import { SiteRow } from './site-row.tsx'
import { useGrants } from './use-grants.ts'

/** Where badges are shown, and what the browser grants. */
export function Sites({ settings }: { settings: Settings }) {
  const granted = useGrants()
  const { isOn, onToggle } = useAllShops(settings)
  const { sites, grants } = listSites(settings, granted ?? [])

  return (
    <Section name="sites" hint={text('options_sites_hint')}>
      <SwitchRow
        id="all-shops"
        label={text('shops_switch')}
        hint={text('shops_hint')}
        isOn={granted && isOn}
        onToggle={onToggle}
      />
      <h3>{text('options_sites_list')}</h3>
      {sites.length === 0 && <p class="soft">{text('options_sites_empty')}</p>}
      <ul class="rows" id="site-list">
        {granted && sites.map(site => <SiteRow key={site.origin} site={site} />)}
      </ul>
      {grants.length > 0 && (
        <>
          <h3>{text('options_grants')}</h3>
          <p class="soft">{text('options_grants_hint')}</p>
          <ul class="rows" id="grant-list">
            {grants.map(grant => (
              <Grant key={grant.patterns.join()} grant={grant} />
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

function Grant({ grant: { patterns, host = text('options_grant_all') } }: { grant: ListedGrant }) {
  const [isKept, keep] = useState(false)
  return (
    <li class="row">
      <div class="words">
        <bdi>{host}</bdi>
        {isKept && (
          <p class="trouble" role="status">
            {text('options_revoke_failed', host)}
          </p>
        )}
      </div>
      <button
        type="button"
        class="choose"
        aria-label={text('options_revoke_name', host)}
        onClick={async () => keep(!(await revoke(patterns)))}
      >
        {text('options_revoke')}
      </button>
    </li>
  )
}
