import { type Answer, isAnswered } from '../../../apparel/answer.ts'
import { onAbort } from '../../../async/on-abort.ts'
import { badgedAnswer } from '../../core/answers/badged-answer.ts'
import type { PicturePlace } from '../../core/answers/picture-places.ts'
import { isOpaque } from '../../core/find/opaque.ts'
import { isTransparent } from '../../core/overlay/occlusion/fading.ts'
import type { PageCore } from '../../core/page-core.ts'
import type { Feature } from '../../feature.ts'
import { isBadgedPage } from '../../page-state.ts'
import { type BadgeItem, createBadges } from './badges.ts'

/** Shows a badge on each garment of the page. */
export const badges: Feature = { name: 'badges', isWanted: isBadgedPage, start }

function start({ pictures, choices, overlay, badgePress, signal }: PageCore): void {
  const layer = createBadges(overlay, signal)
  /** Badges of places on screen only, so that a long page costs no more than a short one. */
  const shown = new Map<PicturePlace, BadgeItem & { answer: Answer }>()

  function show(place: PicturePlace): void {
    const { picture, answer } = place
    const known = shown.get(place)
    known?.recheck?.()
    if (!answer || (known && areEqual(known.answer, answer))) return
    hide(place)
    const badged = badgedAnswer(answer, choices.current())
    const item = badged
      ? layer.put(picture.element, badged, choices.current(), says =>
          badgePress.call({ picture, answer: badged, says, focusBadge: () => shown.get(place)?.focus?.() }),
        )
      : // A transparent one will be swapped for the picture below.
        (isOpaque(picture) || isTransparent(picture.element)) && layer.cover(picture.element)
    if (item) shown.set(place, { ...item, answer })
  }

  function hide(place: PicturePlace): void {
    shown.get(place)?.remove()
    shown.delete(place)
  }

  const changed = (place: PicturePlace) => (place.isOnScreen ? show(place) : hide(place))
  choices.watch(() => {
    for (const place of pictures.places()) {
      hide(place)
      changed(place)
    }
  }, signal)
  onAbort(signal, () => {
    for (const place of [...shown.keys()]) hide(place)
  })
  pictures.subscribe({ changed, gone: hide }, signal)
}

/** Whether two answers look the same. Most do when all are asked for again, as after each lesson of the user. */
function areEqual(a: Answer, b: Answer): boolean {
  return a === b || look(a) === look(b)
}

function look(answer: Answer): string {
  return JSON.stringify(isAnswered(answer) && [answer.prediction, answer.worded])
}
