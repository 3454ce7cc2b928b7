import type { Prediction } from '../../../apparel/prediction.ts'
import { className, percent } from '../../../i18n/class-name.ts'
import { text } from '../../../i18n/text.ts'
import type { BadgeStyle } from '../../../settings/schema.ts'
import { createElement } from '../../core/dom/create-element.ts'
import { markHandled } from '../../core/overlay/escape-key.ts'
import { createProbabilityBars } from '../../core/overlay/probability-bars.ts'

/** Event of a badge on which the pointer rests. It does not leave the overlay. */
export const OPEN = 'open'

/**
 * A badge with class and confidence, or what its style leaves of them. It opens under the pointer, with the focus, or by a
 * key that pins it, and then shows the most probable classes. Screen readers read the full text of a dot.
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
  // Created on demand, since most badges are never opened.
  const addBars = () => badge.querySelector('.top') ?? badge.append(createProbabilityBars(prediction))
  for (const type of [OPEN, 'focus', 'click']) badge.addEventListener(type, addBars)
  return badge
}
