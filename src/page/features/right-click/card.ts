import { type Answer, isAnswered } from '../../../apparel/answer.ts'
import { badgeConfidence } from '../../../apparel/badge-choice.ts'
import type { Prediction } from '../../../apparel/prediction.ts'
import { headline } from '../../../i18n/answer-words.ts'
import { failureText } from '../../../i18n/failure-text.ts'
import { percent } from '../../../i18n/percent.ts'
import { text } from '../../../i18n/text.ts'
import { createElement } from '../../core/dom/create-element.ts'
import type { OverlayItem } from '../../core/overlay/overlay.ts'
import { createProbabilityBars, createSwatch } from '../../core/overlay/probability-bars.ts'
import type { PageCore } from '../../core/page-core.ts'
import { createCopyJson } from './copy-json.ts'
import { createHeatToggle } from './heat-toggle.ts'

/** The card that answers a right click. */
export interface Card {
  element: HTMLElement
  /**
   * Shows an answer, in place of the last one.
   * @param showHeat shows the heat map on the image; undefined if it cannot be placed there
   */
  show(answer: Answer, showHeat?: () => OverlayItem): void
  /** Adds a part below the answer. */
  append(part: HTMLElement): void
  /** Shows a message in place of an answer. */
  showMessage(message: string): void
}

/**
 * Creates a card that says "Looking…" until it gets the answer. Escape and its close button abort `closed`.
 * @param markHandled consumes the key
 */
export function createCard(closed: AbortController, markHandled: PageCore['markHandled']): Card {
  const card = createElement('div', 'card')
  card.setAttribute('role', 'dialog')
  card.setAttribute('aria-label', text('name'))
  const status = createElement('div', 'status')
  status.setAttribute('role', 'status')
  status.append(createElement('span', 'spinner'), createElement('span', '', text('answer_looking')))
  const close = createElement('button', 'close', '×')
  close.type = 'button'
  close.setAttribute('aria-label', text('close'))
  close.addEventListener('click', () => closed.abort())
  // The focus stays on the page, so the page gets the key.
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !event.isTrusted) return
    markHandled(event)
    closed.abort()
  }
  document.addEventListener('keydown', onKey, { capture: true, signal: closed.signal })
  const content = createElement('div', 'says')
  content.append(status)
  let actions: { element: HTMLElement; end: AbortController } | undefined
  card.append(content, close)
  return {
    element: card,
    show: (answer, showHeat) => {
      status.replaceChildren(...describe(answer))
      actions?.element.remove()
      actions?.end.abort()
      if (isAnswered(answer)) {
        const end = new AbortController()
        const signal = AbortSignal.any([closed.signal, end.signal])
        actions = { element: createActions(answer.prediction, showHeat, signal), end }
        status.after(actions.element)
      }
      card.dataset.state = isAnswered(answer) ? answer.prediction.verdict : 'failure'
    },
    append: part => content.append(part),
    showMessage: message => status.replaceChildren(createElement('span', 'reason', message)),
  }
}

function createActions(
  prediction: Prediction,
  showHeat: (() => OverlayItem) | undefined,
  closed: AbortSignal,
): HTMLElement {
  const actions = createElement('div', 'acts')
  const heat = showHeat && createHeatToggle(prediction.garment, showHeat, closed)
  if (heat) actions.append(heat.toggle)
  actions.append(createCopyJson(prediction, closed))
  if (heat) actions.append(heat.caption)
  return actions
}

function describe(answer: Answer): HTMLElement[] {
  if (!isAnswered(answer)) return [createElement('span', 'reason', failureText(answer))]
  const { prediction } = answer
  const isSure = prediction.own || prediction.verdict === 'garment'
  const sureness = isSure ? ` ${percent(badgeConfidence(prediction))}` : ''
  const name = createElement('b', '', headline(prediction) + sureness)
  const swatch = prediction.own ? [createSwatch(prediction.own.colour)] : []
  return [...swatch, name, createProbabilityBars(prediction)]
}
