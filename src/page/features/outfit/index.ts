import { handlePageMessages } from '../../../messages/handle.ts'
import type { ClickedImage } from '../../core/find/clicked-image.ts'
import { clickedImage } from '../../core/find/clicked-picture.ts'
import type { PageCore } from '../../core/page-core.ts'
import type { Feature } from '../../feature.ts'
import type { OutfitMessages } from './messages.ts'
import { sayNoPicture, showOutfit } from './outfit-card.ts'

/** Shows each garment in a picture that the user asks about. */
export const outfit: Feature = { name: 'outfit', isWanted: () => true, start }

function start(core: PageCore): void {
  const target = core.contextMenuTarget
  const handlers = {
    'show-worn': (clicked: ClickedImage) => {
      const { image, subject } = clickedImage(target(), clicked)
      void showOutfit(core, image, subject)
    },
    'show-worn-here': () => {
      const { picture } = target()
      if (picture) void showOutfit(core, picture.element, { url: picture.url, picture })
      else sayNoPicture(core)
    },
  }
  handlePageMessages<OutfitMessages>(handlers, core.signal)
  core.outfitPress.serve(picture => void showOutfit(core, picture.element, { url: picture.url, picture }), core.signal)
}
