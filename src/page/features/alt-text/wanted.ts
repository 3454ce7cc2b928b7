import type { ActiveSites } from '../../../settings/active-sites.ts'
import { isBadgedPage, type PageState } from '../../page-state.ts'

/** Whether the user wants pictures of this page described. */
export function areAltTextsWanted(settings: ActiveSites | undefined, page: PageState): boolean {
  return isBadgedPage(settings, page) && settings?.badges.altTexts === true
}
