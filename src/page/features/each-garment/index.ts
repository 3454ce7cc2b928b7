import { type Answer, type Answered, isAnswered } from '../../../apparel/answer.ts'
import { onAbort } from '../../../async/on-abort.ts'
import type { NamedGarment } from '../../../garments/picture-garments.ts'
import type { PicturePlace } from '../../core/answers/picture-places.ts'
import type { Box } from '../../core/dom/box.ts'
import { type BadgeMarks, createGarmentMarks, type GarmentMarks } from '../../core/garments/garment-marks.ts'
import { mainOf } from '../../core/garments/main-garment.ts'
import { createMeterOf } from '../../core/garments/picture-meter.ts'
import { createSearches } from '../../core/garments/searches.ts'
import { styleGarments } from '../../core/garments/show-worn.ts'
import { aboveAt } from '../../core/overlay/occlusion/elements-above.ts'
import type { PageCore } from '../../core/page-core.ts'
import type { Feature } from '../../feature.ts'
import { isGarmentBadged } from './is-garment-badged.ts'
import { isEachGarmentWanted } from './wanted.ts'

/** Shows a small badge at each garment of a picture that shows several, beside the picture's own badge. */
export const eachGarment: Feature = { name: 'each-garment', isWanted: isEachGarmentWanted, start }

/** The badges of one picture on the screen. */
interface Shown {
  answer: Answer
  end: AbortController
  marks?: GarmentMarks
}

function start(core: PageCore): void {
  const { pictures, choices, overlay, outfitPress, signal } = core
  styleGarments(overlay)
  const search = createSearches(core)
  /** Of places on screen only, so that a long page costs no more than a short one. */
  const shown = new Map<PicturePlace, Shown>()

  async function show(place: PicturePlace, answer: Answered): Promise<void> {
    const { picture } = place
    const end = new AbortController()
    const item: Shown = { answer, end }
    shown.set(place, item)
    const garments = await search(picture, answer, end.signal)
    if (end.signal.aborted) return
    const unmarked = unbadged(garments, answer)
    if (unmarked.length === garments.length) return
    const isCovered = ({ left, top, right, bottom }: Box) =>
      aboveAt(picture.element, (left + right) / 2, (top + bottom) / 2) !== undefined
    const badges: BadgeMarks = {
      style: choices.current().badgeStyle,
      pressed: () => outfitPress.call(picture),
      isCovered,
    }
    item.marks = createGarmentMarks(overlay, picture.element, createMeterOf(picture), { badges })
    item.marks.show(garments, unmarked)
  }

  /** The garment that has the picture's badge, and those for which the user wants none. */
  function unbadged(garments: readonly NamedGarment[], answer: Answered): number[] {
    const main = mainOf(garments, answer.worded ?? answer.prediction)
    const choice = choices.current()
    return garments.flatMap((garment, i) => (i === main || !isGarmentBadged(garment, choice) ? [i] : []))
  }

  function hide(place: PicturePlace): void {
    const known = shown.get(place)
    known?.end.abort()
    known?.marks?.remove()
    shown.delete(place)
  }

  function changed(place: PicturePlace): void {
    const { answer, isOnScreen } = place
    const isSeveral = isOnScreen && answer && isAnswered(answer) && answer.mayShowMore
    if (isSeveral && shown.get(place)?.answer === answer) return
    hide(place)
    if (isSeveral) void show(place, answer)
  }

  const pointed = ({ clientX, clientY, isTrusted, pointerType }: PointerEvent) => {
    if (!isTrusted || pointerType === 'touch') return
    for (const { marks } of shown.values()) marks?.point(marks.labelAt(clientX, clientY))
  }
  document.addEventListener('pointermove', pointed, { capture: true, passive: true, signal })
  const hideAll = () => {
    for (const place of [...shown.keys()]) hide(place)
  }
  choices.watch(() => {
    hideAll()
    for (const place of pictures.places()) changed(place)
  }, signal)
  onAbort(signal, hideAll)
  pictures.subscribe({ changed, gone: hide }, signal)
}
