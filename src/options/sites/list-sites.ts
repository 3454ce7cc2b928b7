import { everySite, matchPattern } from '../../settings/match-pattern.ts'
import type { Settings } from '../../settings/schema.ts'

/** A site for which the user has made a choice. */
export interface ListedSite {
  origin: string
  /** `ungranted`: badges are on, but this browser has not granted access to the site. */
  state: 'on' | 'off' | 'ungranted'
}

/** A permission that belongs to no listed site, such as one for a picture host. */
export interface ListedGrant {
  /** Match patterns that are revoked together. */
  patterns: string[]
  /** Undefined means all sites. */
  host: string | undefined
}

/**
 * Lists the sites with a choice, and the other permissions.
 * @param granted match patterns
 */
export function listSites(
  { sites, muted }: Pick<Settings, 'sites' | 'muted'>,
  granted: readonly string[],
): { sites: ListedSite[]; grants: ListedGrant[] } {
  const isGranted = (origin: string) =>
    granted.includes(matchPattern(origin)) ||
    everySite.some(pattern => granted.includes(pattern) && pattern.startsWith(`${new URL(origin).protocol}//`))
  const needed = new Set(sites.map(matchPattern))
  const all = everySite.filter(pattern => granted.includes(pattern))
  const others = granted.filter(pattern => !needed.has(pattern) && !everySite.includes(pattern))
  return {
    sites: [
      ...sites.map<ListedSite>(origin => ({ origin, state: isGranted(origin) ? 'on' : 'ungranted' })),
      ...muted.map<ListedSite>(origin => ({ origin, state: 'off' })),
    ].toSorted((a, b) => hostOf(a.origin).localeCompare(hostOf(b.origin))),
    grants: [
      ...(all.length > 0 ? [{ patterns: all, host: undefined }] : []),
      ...others.toSorted().map(pattern => ({ patterns: [pattern], host: hostOfPattern(pattern) })),
    ],
  }
}

/** `https://shop.example` → `shop.example`. Schemes other than HTTPS are kept. */
export function hostOf(origin: string): string {
  const { protocol, host } = new URL(origin)
  return protocol === 'https:' ? host : `${protocol}//${host}`
}

function hostOfPattern(pattern: string): string {
  return pattern.replace(/^https:\/\//, '').replace(/\/\*$/, '')
}
