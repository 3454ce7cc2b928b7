import type { ActiveSites } from '../settings/active-sites.ts'

/** The facts that, together with the settings, decide which features run on a page. */
export interface PageState {
  /** Origins for which the user may have switched badges on or off: see `frameOrigins`. */
  origins: string[]
  /** Whether the shop script considers the page a shop. */
  isShop: boolean
}

export interface PageStateMessages {
  /** Starts or stops badging this page as a shop. */
  'found-shop'(args: { isShop: boolean }): void
}

/** Whether the user has switched badges on for this page, or it is a shop and shops are badged. */
export function isBadgedPage(settings: ActiveSites | undefined, { origins, isShop }: PageState): boolean {
  return settings !== undefined && (origins.some(origin => settings.on.includes(origin)) || isShop)
}

/** Whether shop detection decides: badges are on for shops, and the user has made no choice for this site. */
export function isLeftToShopDetection(settings: ActiveSites | undefined, { origins }: PageState): boolean {
  if (!settings?.shops) return false
  return !origins.some(origin => settings.on.includes(origin) || settings.off.includes(origin))
}
