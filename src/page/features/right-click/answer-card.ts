import { type Answer, isAnswered } from '../../../apparel/answer.ts'
import { onAbort } from '../../../async/on-abort.ts'
import { text } from '../../../i18n/text.ts'
import type { Subject } from '../../core/answers/answers.ts'
import type { BadgePress } from '../../core/badge-press.ts'
import type { Box } from '../../core/dom/box.ts'
import { createElement } from '../../core/dom/create-element.ts'
import type { MarkedRegion } from '../../core/marked-region.ts'
import { anchorCard, anchorCardAt, scrolling } from '../../core/overlay/card-anchor.ts'
import type { Anchor } from '../../core/overlay/placement.ts'
import type { PageCore } from '../../core/page-core.ts'
import { focusSoon } from '../../core/teaching/focus-soon.ts'
import { createLessonControl } from '../../core/teaching/lesson-control.ts'
import teachingStyles from '../../core/teaching/teaching.css?inline'
import styles from './answer.css?inline'
import { type Card, createCard } from './card.ts'
import { cropFromScreen } from './crop-from-screen.ts'
import { heatOver } from './heat-layer.ts'

/** The card of a page that shows one answer. There is one at a time: a new one closes the last. */
interface AnswerCards {
  /**
   * Opens a card at an element. It says "Looking…" until it shows the answer or the reason why there is none.
   * @param image undefined if nothing on the page shows the picture
   */
  answer(image: Element | undefined, subject: Subject): void
  /** Opens a card for a badge, with the focus. */
  discuss(press: BadgePress): void
  /** Opens a card at a part of the screen that the user has marked. */
  answerRegion(region: MarkedRegion): void
  /** Opens a card with a message. */
  showMessage(message: string): void
}

export function createAnswerCards(core: PageCore): AnswerCards {
  const { answers, overlay, markHandled, signal } = core
  let open: AbortController | undefined
  let isStyled = false
  onAbort(signal, () => open?.abort())

  function openCard(target: Element | undefined, anchor = anchorCard): { card: Card; closed: AbortSignal } {
    if (!isStyled) overlay.addStyle(styles + teachingStyles)
    isStyled = true
    open?.abort()
    const controller = new AbortController()
    open = controller
    const card = createCard(controller, markHandled)
    const options = { anchor, onGone: () => controller.abort() }
    const placed = overlay.place(target ?? document.documentElement, card.element, options)
    onAbort(controller.signal, () => placed.remove())
    return { card, closed: controller.signal }
  }

  /** Shows the answer, and lets the user say whether it is right. */
  function show(card: Card, image: Element | undefined, subject: Subject, first: Answer, closed: AbortSignal) {
    const show = (answer: Answer) => {
      const map = isAnswered(answer) && answer.activation
      const canShowHeat = map && image instanceof HTMLImageElement && image.currentSrc === subject.url
      card.show(answer, canShowHeat ? heatOver(image, map, overlay) : undefined)
    }
    show(first)
    if (!isAnswered(first)) return undefined
    const changed = (answer?: Answer) => {
      if (answer) show(answer)
      // The card has grown or shrunk, and may no longer have room where it lies.
      overlay.followMotion()
    }
    const lesson = createLessonControl(first.prediction, subject, core, changed, closed)
    card.append(lesson.element)
    return lesson
  }

  const withCrop = (subject: Subject): Subject => {
    const { picture } = subject
    return { ...subject, ...(picture && { crop: () => cropFromScreen(picture.element, overlay) }) }
  }

  async function answer(image: Element | undefined, asked: Subject): Promise<void> {
    const { card, closed } = openCard(image)
    await ask(card, image, withCrop(asked), closed)
  }

  async function ask(card: Card, image: Element | undefined, subject: Subject, closed: AbortSignal): Promise<void> {
    const answer = await answers.ask(subject, 'asked', closed).answer
    if (answer) show(card, image, subject, answer, closed)
    overlay.followMotion()
  }

  async function answerRegion({ box, pixels, isByKey, focusPage }: MarkedRegion): Promise<void> {
    const { card, closed } = openCard(undefined, anchorCardAt(box))
    const outline = overlay.place(document.documentElement, createElement('div', 'asked'), { anchor: over(box) })
    onAbort(closed, outline.remove)
    if (isByKey) onAbort(closed, focusPage)
    if (pixels) await ask(card, undefined, { url: '', picture: undefined, crop: async () => pixels }, closed)
    else card.showMessage(text('region_failed'))
    if (isByKey && !closed.aborted) focusSoon(card.element.querySelector<HTMLElement>('.teach button, .close'))
  }

  function discuss({ picture, answer, says, focusBadge }: BadgePress): void {
    const { card, closed } = openCard(picture.element)
    const lesson = show(card, picture.element, withCrop({ url: picture.url, picture }), answer, closed)
    if (says === 'right') lesson?.confirm()
    if (says === 'wrong') lesson?.correct()
    else focusSoon(card.element.querySelector<HTMLElement>('.teach button'))
    onAbort(closed, focusBadge)
  }

  return {
    answer: (image, subject) => void answer(image, subject),
    discuss,
    answerRegion: region => void answerRegion(region),
    showMessage: message => openCard(undefined).card.showMessage(message),
  }
}

/** On a box of the viewport, with which it scrolls. */
function over(box: Box): Anchor {
  const place = scrolling(box)
  return () => {
    const { left, top, right, bottom } = place()
    return { x: left, y: top, css: `width: ${right - left}px; height: ${bottom - top}px` }
  }
}
