import { type Prediction, ranked } from '../../../apparel/prediction.ts'
import { className, percent } from '../../../i18n/class-name.ts'
import { text } from '../../../i18n/text.ts'
import type { BadgeStyle } from '../../../settings/settings.ts'
import { createElement } from '../../core/dom/create-element.ts'
import { markHandled } from '../../core/overlay/escape-key.ts'

/** Event of a badge on which the pointer rests. It does not leave the overlay. */
export const OPEN = 'open'

/**
 * A badge: class and confidence, or what its style leaves of that; open under the pointer, with the focus, or by a key that
 * pins it, the top three. A dot is heard as both, and shows both where it is open.
 */
export function createBadge(prediction: Prediction, style: BadgeStyle): HTMLElement {
  const { garment, confidence } = prediction
  const badge = createElement('button', `badge ${style}`)
  badge.type = 'button'
  badge.dataset.garment = garment
  badge.setAttribute('aria-expanded', 'false')
  badge.setAttribute('aria-description', text('badge_from'))
  badge.append(createElement('b', '', className(garment)))
  if (style !== 'name') badge.append(' ', createElement('span', '', percent(confidence)))
  badge.addEventListener('click', () => {
    badge.setAttribute('aria-expanded', String(badge.getAttribute('aria-expanded') === 'false'))
  })
  badge.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || badge.getAttribute('aria-expanded') === 'false') return
    badge.setAttribute('aria-expanded', 'false')
    markHandled(event)
  })
  // Most badges are never opened, so what they show then is made when one is.
  const more = () => badge.querySelector('.top') ?? badge.append(topThree(prediction))
  for (const type of [OPEN, 'focus', 'click']) badge.addEventListener(type, more)
  return badge
}

/** The three most probable classes as bars. */
export function topThree(prediction: Prediction): HTMLElement {
  const list = createElement('span', 'top')
  for (const { label, confidence } of ranked(prediction, 3)) {
    const row = createElement('span', 'row')
    const bar = createElement('i', 'bar')
    bar.style.setProperty('--share', String(confidence))
    row.append(createElement('span', '', className(label)), bar, createElement('span', '', percent(confidence)))
    list.append(row)
  }
  return list
}
