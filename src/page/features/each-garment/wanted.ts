import type { ActiveSites } from '../../../settings/active-sites.ts'
import { isBadgedPage, type PageState } from '../../page-state.ts'

/** Whether the user wants a badge for each garment in the pictures of this page. */
export function isEachGarmentWanted(settings: ActiveSites | undefined, page: PageState): boolean {
  return isBadgedPage(settings, page) && settings?.badges.badgedGarments === 'each'
}
