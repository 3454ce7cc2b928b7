import type { Prediction } from '../../../apparel/prediction.ts'
import { predictionJson } from '../../../apparel/prediction-json.ts'
import { text } from '../../../i18n/text.ts'
import { createElement } from '../../core/dom/create-element.ts'
import { copyText } from './copy-text.ts'

/** Milliseconds for which the button says that it has copied. */
const SAID = 2000

/** A button that copies a prediction as JSON, and says so. */
export function createCopyJson(prediction: Prediction, closed: AbortSignal): HTMLElement {
  const button = createElement('button', 'copy', text('copy_json'))
  button.type = 'button'
  button.setAttribute('aria-live', 'polite')
  let timer = 0
  button.addEventListener('click', () => {
    button.dataset.text = text(copyText(predictionJson(prediction)) ? 'copied' : 'copy_failed')
    clearTimeout(timer)
    timer = window.setTimeout(() => {
      button.dataset.text = text('copy_json')
    }, SAID)
  })
  closed.addEventListener('abort', () => clearTimeout(timer))
  return button
}
