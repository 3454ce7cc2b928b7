import { useState } from 'preact/hooks'
import { text } from '../../i18n/text.ts'
import type { Settings } from '../../settings/schema.ts'
import { useAllShops } from '../../ui/permissions/use-all-shops.ts'
import { Section } from '../section.tsx'
import { SwitchRow } from '../switch-row.tsx'
import { type ListedGrant, listSites } from './list-sites.ts'
import { revoke } from './site-permission.ts'
import { SiteRow } from './site-row.tsx'
import { useGrantedPatterns } from './use-granted-patterns.ts'

/** The sites with badges, and the permissions that the extension holds. */
export function Sites({ settings }: { settings: Settings }) {
  const granted = useGrantedPatterns()
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
  const [isKept, setKept] = useState(false)
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
        onClick={async () => setKept(!(await revoke(patterns)))}
      >
        {text('options_revoke')}
      </button>
    </li>
  )
}
