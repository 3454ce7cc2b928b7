import { text } from '../../../i18n/text.ts'
import type { OpenCard } from '../../core/card/open-card.ts'
import { createElement } from '../../core/dom/create-element.ts'
import type { Overlay } from '../../core/overlay/overlay.ts'
import { createButton } from '../../core/teaching/button.ts'
import { pressVideo } from '../../core/video-press.ts'

/** The part of a card about a video that follows it, in place of the card. */
export function createFollowOffer(
  overlay: Overlay,
  video: HTMLVideoElement,
  { close }: Pick<OpenCard, 'close'>,
): HTMLElement {
  const part = createElement('div', 'teach')
  const follow = () => {
    close()
    pressVideo(overlay, video)
  }
  part.append(createButton('follow-video', text('follow_menu'), follow))
  return part
}
