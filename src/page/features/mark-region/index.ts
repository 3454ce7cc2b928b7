import { handlePageMessages } from '../../../messages/handle.ts'
import type { PageCore } from '../../core/page-core.ts'
import type { Feature } from '../../feature.ts'
import { chooseRegion } from './choose-region.ts'
import type { MarkRegionMessages } from './messages.ts'

/** Answers about a part of the screen that the user marks. */
export const markRegion: Feature = { name: 'mark-region', isWanted: () => true, start }

function start(core: PageCore): void {
  let open: AbortController | undefined
  const begin = () => {
    // A second request starts afresh.
    open?.abort()
    open = new AbortController()
    chooseRegion(core, open)
  }
  handlePageMessages<MarkRegionMessages>({ 'mark-region': begin }, core.signal)
  core.signal.addEventListener('abort', () => open?.abort(), { once: true })
}
