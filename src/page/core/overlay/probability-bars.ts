import { type Prediction, ranked } from '../../../apparel/prediction.ts'
import { nameInFull } from '../../../i18n/answer-words.ts'
import { percent } from '../../../i18n/percent.ts'
import { text } from '../../../i18n/text.ts'
import { createElement } from '../dom/create-element.ts'

const COUNT = 3

/**
 * A kind of the user's own and the most probable classes as bars, with the kind of what the picture shows, and what beside the
 * picture has had a part in it.
 */
export function createProbabilityBars(prediction: Prediction): HTMLElement {
  const list = createElement('span', 'top')
  const { own, byUser, byWords } = prediction
  if (own) list.append(createRow(own.name, own.confidence))
  for (const { label, confidence } of ranked(prediction, own ? COUNT - 1 : COUNT))
    list.append(createRow(nameInFull(label, prediction), confidence))
  if (byUser) list.append(createElement('span', 'by', text(`teach_${byUser}`)))
  else if (byWords) list.append(createElement('span', 'by', text('badge_words')))
  return list
}

function createRow(name: string, confidence: number): HTMLElement {
  const row = createElement('span', 'row')
  const bar = createElement('i', 'bar')
  bar.style.setProperty('--share', String(confidence))
  row.append(createElement('span', '', name), bar, createElement('span', '', percent(confidence)))
  return row
}

/** The colour that the user has given to a kind of their own. */
export function createSwatch(colour: string): HTMLElement {
  const swatch = createElement('i', 'swatch')
  swatch.style.background = colour
  return swatch
}
