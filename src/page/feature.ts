import type { ActiveSites } from '../settings/active-sites.ts'
import type { PageCore } from './core/page-core.ts'
import type { PageState } from './page-state.ts'

/** Something the extension does on a page. It knows the core and no other feature. */
export interface Feature<Core = PageCore> {
  /** Names the feature in logs and tests. */
  name: string
  /**
   * Whether the feature runs on this page. Asked again after each change.
   * @param settings undefined until they have been read
   */
  isWanted(settings: ActiveSites | undefined, page: PageState): boolean
  /** Starts the feature. Whatever it does must be undone once `core.signal` is aborted. */
  start(core: Core): void
}
