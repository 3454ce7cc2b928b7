import { type Prediction, ranked } from '../../../apparel/prediction.ts'
import { nameInFull } from '../../../i18n/answer-words.ts'
import { percent } from '../../../i18n/percent.ts'
import { text } from '../../../i18n/text.ts'
import { createElement } from '../dom/create-element.ts'

const COUNT = 3

/** The most probable classes as bars, with the kind of what the picture shows, and whether the page's words have helped. */
export function createProbabilityBars(prediction: Prediction): HTMLElement {
  const list = createElement('span', 'top')
  for (const { label, confidence } of ranked(prediction, COUNT)) {
    const row = createElement('span', 'row')
    const bar = createElement('i', 'bar')
    bar.style.setProperty('--share', String(confidence))
    row.append(
      createElement('span', '', nameInFull(label, prediction)),
      bar,
      createElement('span', '', percent(confidence)),
    )
    list.append(row)
  }
  if (prediction.byWords) list.append(createElement('span', '', text('badge_words')))
  return list
}
