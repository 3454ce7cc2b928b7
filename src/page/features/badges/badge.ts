import { badgeConfidence } from '../../../apparel/badge-choice.ts'
import { labelOf, type Prediction } from '../../../apparel/prediction.ts'
import { shownName } from '../../../i18n/answer-words.ts'
import { percent } from '../../../i18n/percent.ts'
import { text } from '../../../i18n/text.ts'
import type { BadgeStyle } from '../../../settings/schema.ts'
import type { BadgePress } from '../../core/badge-press.ts'
import { createElement } from '../../core/dom/create-element.ts'
import { createProbabilityBars, createSwatch } from '../../core/overlay/probability-bars.ts'

/** Event of a badge on which the pointer rests. It does not leave the overlay. */
export const OPEN = 'open'

/**
 * A badge with kind or class and confidence, or what its style leaves of them. It opens under the pointer or with the focus, and
 * then shows the most probable classes and offers to say whether it is right. Screen readers read the full text of a dot.
 * @param pressed called when the user presses one of these offers or, by a key, the badge
 */
export function createBadge(
  prediction: Prediction,
  style: BadgeStyle,
  pressed: (says: BadgePress['says']) => void,
): HTMLElement {
  const badge = createElement('button', `badge ${style}`)
  badge.type = 'button'
  badge.dataset.garment = labelOf(prediction)
  badge.setAttribute('aria-haspopup', 'dialog')
  badge.setAttribute('aria-description', text('badge_from'))
  if (prediction.own) badge.append(createSwatch(prediction.own.colour))
  badge.append(createElement('b', '', shownName(prediction)))
  if (style !== 'name') badge.append(' ', createElement('span', '', percent(badgeConfidence(prediction))))
  badge.addEventListener('click', ({ target }) => pressed((target as HTMLElement).dataset.says as BadgePress['says']))
  // Created on demand, since most badges are never opened.
  const addDetails = () => {
    if (badge.querySelector('.top')) return
    const details = createProbabilityBars(prediction)
    details.append(createOffer('right'), createOffer('wrong'))
    badge.append(details)
  }
  for (const type of [OPEN, 'focus']) badge.addEventListener(type, addDetails)
  return badge
}

/** For the pointer alone: by a key, the badge as a whole opens a card with the same. */
function createOffer(says: 'right' | 'wrong'): HTMLElement {
  const offer = createElement('span', 'offer', text(`teach_${says}`))
  offer.dataset.says = says
  return offer
}
