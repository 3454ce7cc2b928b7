import { type Prediction, ranked } from '../apparel/prediction.ts'
import { className, percent } from '../platform/class-name.ts'
import { element } from './element.ts'

/** A badge: class and confidence; on hover and focus, or pinned by a click, the top three. */
export function createBadge(prediction: Prediction): HTMLElement {
  const { garment, confidence } = prediction
  const badge = element('button', 'badge')
  badge.type = 'button'
  badge.dataset.garment = garment
  badge.setAttribute('aria-expanded', 'false')
  badge.append(element('b', '', className(garment)), ' ', element('span', '', percent(confidence)))
  // Most badges are never asked for more, so that is made when one is.
  const more = () => badge.querySelector('.top') ?? badge.append(topThree(prediction))
  for (const type of ['pointerenter', 'focus', 'click']) badge.addEventListener(type, more)
  badge.addEventListener('click', () => {
    badge.setAttribute('aria-expanded', String(badge.getAttribute('aria-expanded') === 'false'))
  })
  badge.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return
    badge.setAttribute('aria-expanded', 'false')
    badge.blur()
  })
  return badge
}

/** The three most probable classes as bars. */
export function topThree(prediction: Prediction): HTMLElement {
  const list = element('span', 'top')
  for (const { label, confidence } of ranked(prediction, 3)) {
    const row = element('span', 'row')
    const bar = element('i', 'bar')
    bar.style.setProperty('--share', String(confidence))
    row.append(element('span', '', className(label)), bar, element('span', '', percent(confidence)))
    list.append(row)
  }
  return list
}
