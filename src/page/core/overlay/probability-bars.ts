import { type Prediction, ranked } from '../../../apparel/prediction.ts'
import { className, percent } from '../../../i18n/class-name.ts'
import { createElement } from '../dom/create-element.ts'

const COUNT = 3

/** The most probable classes as bars. */
export function createProbabilityBars(prediction: Prediction): HTMLElement {
  const list = createElement('span', 'top')
  for (const { label, confidence } of ranked(prediction, COUNT)) {
    const row = createElement('span', 'row')
    const bar = createElement('i', 'bar')
    bar.style.setProperty('--share', String(confidence))
    row.append(createElement('span', '', className(label)), bar, createElement('span', '', percent(confidence)))
    list.append(row)
  }
  return list
}
