import { text } from '../../../i18n/text.ts'
import { handlePageMessages } from '../../../messages/handle.ts'
import type { ClickedImage } from '../../core/find/clicked-image.ts'
import { clickedImage } from '../../core/find/clicked-picture.ts'
import type { PageCore } from '../../core/page-core.ts'
import type { Feature } from '../../feature.ts'
import { createAnswerCards } from './answer-card.ts'
import type { RightClickMessages } from './messages.ts'

/** Answers a right click on a picture, and a press on a badge, with a card. */
export const rightClick: Feature = { name: 'right-click', isWanted: () => true, start }

function start(core: PageCore): void {
  const target = core.contextMenuTarget
  const cards = createAnswerCards(core)
  const handlers = {
    ask: (clicked: ClickedImage) => {
      const { image, subject } = clickedImage(target(), clicked)
      cards.answer(image, subject)
    },
    'ask-here': () => {
      const { picture } = target()
      if (picture) cards.answer(picture.element, { url: picture.url, picture })
      else cards.showMessage(text('answer_no_picture'))
    },
  }
  handlePageMessages<RightClickMessages>(handlers, core.signal)
  core.badgePress.serve(cards.discuss, core.signal)
  core.markedRegion.serve(cards.answerRegion, core.signal)
}
