import type { Prediction } from '../../../apparel/prediction.ts'
import { predictionJson } from '../../../apparel/prediction-json.ts'
import { onAbort } from '../../../async/on-abort.ts'
import { text } from '../../../i18n/text.ts'
import { createElement } from '../../core/dom/create-element.ts'
import { copyText } from './copy-text.ts'

/** How long the button confirms the copy. */
const CONFIRMED_MS = 2000

/** A button that copies a prediction as JSON. */
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
    }, CONFIRMED_MS)
  })
  onAbort(closed, () => clearTimeout(timer))
  return button
}
