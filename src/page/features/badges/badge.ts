import { badgeConfidence } from '../../../apparel/badge-choice.ts'
import { labelOf, type Prediction } from '../../../apparel/prediction.ts'
import { shownName } from '../../../i18n/answer-words.ts'
import { percent } from '../../../i18n/percent.ts'
import { text } from '../../../i18n/text.ts'
import type { BadgeStyle } from '../../../settings/schema.ts'
import { createElement } from '../../core/dom/create-element.ts'
import { markHandled } from '../../core/overlay/escape-key.ts'
import { createProbabilityBars } from '../../core/overlay/probability-bars.ts'

/** Event of a badge on which the pointer rests. It does not leave the overlay. */
export const OPEN = 'open'

/**
 * A badge with kind or class and confidence, or what its style leaves of them. It opens under the pointer, with the focus, or by a
 * key that pins it, and then shows the most probable classes. Screen readers read the full text of a dot.
 */
export function createBadge(prediction: Prediction, style: BadgeStyle): HTMLElement {
  const badge = createElement('button', `badge ${style}`)
  badge.type = 'button'
  badge.dataset.garment = labelOf(prediction)
  badge.setAttribute('aria-expanded', 'false')
  badge.setAttribute('aria-description', text('badge_from'))
  badge.append(createElement('b', '', shownName(prediction)))
  if (style !== 'name') badge.append(' ', createElement('span', '', percent(badgeConfidence(prediction))))
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
