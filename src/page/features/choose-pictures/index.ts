import { handlePageMessages } from '../../../messages/handle.ts'
import type { PageCore } from '../../core/page-core.ts'
import type { Feature } from '../../feature.ts'
import { choosePictures } from './choose-pictures.ts'
import type { ChoosePicturesMessages } from './messages.ts'

/** Teaches from several pictures of a page at once. */
export const chooseSeveral: Feature = { name: 'choose-pictures', isWanted: () => true, start }

function start(core: PageCore): void {
  let open: AbortController | undefined
  const begin = () => {
    // A second request starts afresh.
    open?.abort()
    open = new AbortController()
    choosePictures(core, open)
  }
  handlePageMessages<ChoosePicturesMessages>({ 'choose-pictures': begin }, core.signal)
  core.signal.addEventListener('abort', () => open?.abort(), { once: true })
}
