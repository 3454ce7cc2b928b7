import { type Answer, isAnswered } from '../../../apparel/answer.ts'
import type { Prediction } from '../../../apparel/prediction.ts'
import type { OpenCard } from '../../core/card/open-card.ts'
import { createElement } from '../../core/dom/create-element.ts'
import { describeAnswer } from '../../core/overlay/describe-answer.ts'
import type { OverlayItem } from '../../core/overlay/overlay.ts'
import { createCopyJson } from './copy-json.ts'
import { createHeatToggle } from './heat-toggle.ts'

/** The card that answers a right click. */
export interface Card extends OpenCard {
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

/** Makes an open card one that shows an answer. */
export function createCard(open: OpenCard): Card {
  const { element, content, status, closed } = open
  let actions: { element: HTMLElement; end: AbortController } | undefined
  return {
    ...open,
    show: (answer, showHeat) => {
      status.replaceChildren(...describeAnswer(answer))
      actions?.element.remove()
      actions?.end.abort()
      if (isAnswered(answer)) {
        const end = new AbortController()
        const signal = AbortSignal.any([closed, end.signal])
        actions = { element: createActions(answer.prediction, showHeat, signal), end }
        status.after(actions.element)
      }
      element.dataset.state = isAnswered(answer) ? answer.prediction.verdict : 'failure'
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
