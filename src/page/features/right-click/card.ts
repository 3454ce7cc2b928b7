import { type Answer, isAnswered } from '../../../apparel/answer.ts'
import type { Prediction } from '../../../apparel/prediction.ts'
import { className, failureText, percent } from '../../../i18n/class-name.ts'
import { text } from '../../../i18n/text.ts'
import { createElement } from '../../core/dom/create-element.ts'
import { markHandled } from '../../core/overlay/escape-key.ts'
import type { OverlayItem } from '../../core/overlay/overlay.ts'
import { createProbabilityBars } from '../../core/overlay/probability-bars.ts'
import { createCopyJson } from './copy-json.ts'
import { createWhy } from './why.ts'

/** The answer to a right click. */
export interface Card {
  element: HTMLElement
  /** @param layHeat shows on the image itself where the answer comes from, where that can be shown */
  show(answer: Answer, layHeat?: () => OverlayItem): void
  /** Shows words where there is nothing to answer. */
  say(words: string): void
}

/**
 * A card that says "Looking…" until it is given the answer. Escape and its button abort `closed`.
 */
export function createCard(closed: AbortController): Card {
  const card = createElement('div', 'card')
  const status = createElement('div', 'status')
  status.setAttribute('role', 'status')
  status.append(createElement('span', 'spinner'), createElement('span', '', text('answer_looking')))
  const close = createElement('button', 'close', '×')
  close.type = 'button'
  close.setAttribute('aria-label', text('close'))
  close.addEventListener('click', () => closed.abort())
  // The focus stays on the page, so Escape is heard there.
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !event.isTrusted) return
    markHandled(event)
    closed.abort()
  }
  document.addEventListener('keydown', onKey, { capture: true, signal: closed.signal })
  const says = createElement('div', 'says')
  says.append(status)
  card.append(says, close)
  return {
    element: card,
    show: (answer, layHeat) => {
      status.replaceChildren(...describe(answer))
      if (isAnswered(answer)) says.append(createActs(answer.prediction, layHeat, closed.signal))
      card.dataset.state = isAnswered(answer) ? answer.prediction.verdict : 'failure'
    },
    say: words => status.replaceChildren(createElement('span', 'reason', words)),
  }
}

/** What can be done with an answer. */
function createActs(
  prediction: Prediction,
  layHeat: (() => OverlayItem) | undefined,
  closed: AbortSignal,
): HTMLElement {
  const acts = createElement('div', 'acts')
  const why = layHeat && createWhy(prediction.garment, layHeat, closed)
  if (why) acts.append(why.toggle)
  acts.append(createCopyJson(prediction, closed))
  if (why) acts.append(why.caption)
  return acts
}

function describe(answer: Answer): HTMLElement[] {
  if (!isAnswered(answer)) return [createElement('span', 'reason', failureText(answer))]
  const { prediction } = answer
  const name = className(prediction.garment)
  const says = {
    garment: `${name} ${percent(prediction.confidence)}`,
    unsure: text('answer_unsure', name),
    none: text('answer_none'),
  }[prediction.verdict]
  return [createElement('b', '', says), createProbabilityBars(prediction)]
}
