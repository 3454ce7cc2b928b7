import { type Answer, isAnswered } from '../../../apparel/answer.ts'
import { onAbort } from '../../../async/on-abort.ts'
import { text } from '../../../i18n/text.ts'
import type { Subject } from '../../core/answers/answers.ts'
import type { BadgePress } from '../../core/badge-press.ts'
import { openCard } from '../../core/card/open-card.ts'
import type { Box } from '../../core/dom/box.ts'
import { createElement } from '../../core/dom/create-element.ts'
import { isHtmlElement } from '../../core/dom/element-type.ts'
import { createAlsoHere } from '../../core/garments/also-here.ts'
import type { MarkedRegion } from '../../core/marked-region.ts'
import { anchorCardAt, scrolling } from '../../core/overlay/card-anchor.ts'
import type { Anchor } from '../../core/overlay/placement.ts'
import type { PageCore } from '../../core/page-core.ts'
import { cropFromScreen } from '../../core/screen/crop-from-screen.ts'
import { focusSoon } from '../../core/teaching/focus-soon.ts'
import { createLessonControl } from '../../core/teaching/lesson-control.ts'
import teachingStyles from '../../core/teaching/teaching.css?inline'
import styles from './answer.css?inline'
import { type Card, createCard } from './card.ts'
import { createFollowOffer } from './follow-offer.ts'
import { heatOver } from './heat-layer.ts'

/** The cards of a page that show one answer. */
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
  const { answers, overlay } = core
  let isStyled = false

  function open(target: Element | undefined, anchor?: Anchor): Card {
    if (!isStyled) overlay.addStyle(styles + teachingStyles)
    isStyled = true
    return createCard(openCard(core, target, anchor))
  }

  /** Shows the answer, and lets the user say whether it is right. */
  function show(card: Card, image: Element | undefined, subject: Subject, first: Answer) {
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
    // A person may mark a region for anything that it shows.
    if (first.mayShowMore || subject.place) card.append(createAlsoHere(core, subject, first.prediction, card))
    if (image && isHtmlElement(image, 'video')) card.append(createFollowOffer(overlay, image, card))
    const lesson = createLessonControl(first.prediction, subject, core, changed, card.closed)
    card.append(lesson.element)
    return lesson
  }

  const withCrop = (subject: Subject): Subject => {
    const { picture } = subject
    return {
      ...subject,
      ...(picture && { crop: async () => (await cropFromScreen(picture.element, overlay))?.pixels }),
    }
  }

  async function answer(image: Element | undefined, asked: Subject): Promise<void> {
    const card = open(image)
    await ask(card, image, withCrop(asked))
  }

  async function ask(card: Card, image: Element | undefined, subject: Subject): Promise<void> {
    const answer = await answers.ask(subject, 'asked', card.closed).answer
    if (answer) show(card, image, subject, answer)
    overlay.followMotion()
  }

  async function answerRegion({ box, pixels, isByKey, focusPage }: MarkedRegion): Promise<void> {
    const card = open(undefined, anchorCardAt(box))
    const { closed } = card
    const place = scrolling(box)
    const outline = overlay.place(document.documentElement, createElement('div', 'asked'), { anchor: over(place) })
    onAbort(closed, outline.remove)
    if (isByKey) onAbort(closed, focusPage)
    if (pixels) await ask(card, undefined, { url: '', picture: undefined, crop: async () => pixels, place })
    else card.showMessage(text('region_failed'))
    if (isByKey && !closed.aborted) focusSoon(card.element.querySelector<HTMLElement>('.teach button, .close'))
  }

  function discuss({ picture, answer, says, focusBadge }: BadgePress): void {
    const card = open(picture.element)
    const lesson = show(card, picture.element, withCrop({ url: picture.url, picture }), answer)
    if (says === 'right') lesson?.confirm()
    if (says === 'wrong') lesson?.correct()
    else focusSoon(card.element.querySelector<HTMLElement>('.teach button'))
    onAbort(card.closed, focusBadge)
  }

  return {
    answer: (image, subject) => void answer(image, subject),
    discuss,
    answerRegion: region => void answerRegion(region),
    showMessage: message => open(undefined).showMessage(message),
  }
}

/** On a part of the screen. */
function over(place: () => Box): Anchor {
  return () => {
    const { left, top, right, bottom } = place()
    return { x: left, y: top, css: `width: ${right - left}px; height: ${bottom - top}px` }
  }
}
