import type { Feature } from '../../feature.ts'
import { isBadgedPage } from '../../page-state.ts'
import { offerMenuEntry } from './offer-menu-entry.ts'

/** Offers the context menu's entry on pictures that the browser does not recognise as such. */
export const contextMenu: Feature = {
  name: 'context-menu',
  isWanted: isBadgedPage,
  start: ({ signal }) => offerMenuEntry(signal),
}
