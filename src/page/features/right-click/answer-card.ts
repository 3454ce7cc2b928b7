import { isAnswered } from '../../../apparel/answer.ts'
import { onAbort } from '../../../async/on-abort.ts'
import type { Subject } from '../../core/answers/answers.ts'
import { anchorCard } from '../../core/overlay/card-anchor.ts'
import type { PageCore } from '../../core/page-core.ts'
import styles from './answer.css?inline'
import { type Card, createCard } from './card.ts'
import { cropFromScreen } from './crop-from-screen.ts'
import { heatOver } from './heat-layer.ts'

/** The card of a page that answers right clicks. There is one at a time: a new one closes the last. */
interface AnswerCards {
  /**
   * Opens a card at an element. It says "Looking…" until it shows the answer or the reason why there is none.
   * @param image undefined if nothing on the page shows the picture
   */
  answer(image: Element | undefined, subject: Subject): void
  /** Opens a card with a message. */
  showMessage(message: string): void
}

export function createAnswerCards({ answers, overlay, markHandled, signal }: PageCore): AnswerCards {
  let open: AbortController | undefined
  let isStyled = false
  onAbort(signal, () => open?.abort())

  function openCard(target: Element | undefined): { card: Card; closed: AbortSignal } {
    if (!isStyled) overlay.addStyle(styles)
    isStyled = true
    open?.abort()
    const controller = new AbortController()
    open = controller
    const card = createCard(controller, markHandled)
    const options = { anchor: anchorCard, onGone: () => controller.abort() }
    const placed = overlay.place(target ?? document.documentElement, card.element, options)
    onAbort(controller.signal, () => placed.remove())
    return { card, closed: controller.signal }
  }

  async function answer(image: Element | undefined, subject: Subject): Promise<void> {
    const { card, closed } = openCard(image)
    const { picture } = subject
    const crop = picture && { crop: () => cropFromScreen(picture.element, overlay) }
    const answer = await answers.ask({ ...subject, ...crop }, 'asked', closed).answer
    if (!answer) return
    const map = isAnswered(answer) && answer.activation
    const canShowHeat = map && image instanceof HTMLImageElement && image.currentSrc === subject.url
    card.show(answer, canShowHeat ? heatOver(image, map, overlay) : undefined)
    // The card has grown, and may no longer have room where it lies.
    overlay.followMotion()
  }

  return {
    answer: (image, subject) => void answer(image, subject),
    showMessage: message => openCard(undefined).card.showMessage(message),
  }
}
