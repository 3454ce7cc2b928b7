import { everySite, matchPattern } from '../../settings/match-pattern.ts'
import type { Settings } from '../../settings/schema.ts'

/** A site for which the person has chosen. */
export interface ListedSite {
  origin: string
  /** `ungranted`: badges are wanted, and the browser does not let this machine read the site. */
  state: 'on' | 'off' | 'ungranted'
}

/** A grant that belongs to no site of the list, such as that of a host of pictures. */
export interface ListedGrant {
  /** All match patterns that are given back together. */
  patterns: string[]
  /** undefined: all sites. */
  host: string | undefined
}

/**
 * The sites for which the person has chosen, and what is granted beside them.
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

/** `https://shop.example` → `shop.example`; what is not encrypted says so. */
export function hostOf(origin: string): string {
  const { protocol, host } = new URL(origin)
  return protocol === 'https:' ? host : `${protocol}//${host}`
}

function hostOfPattern(pattern: string): string {
  return pattern.replace(/^https:\/\//, '').replace(/\/\*$/, '')
}
