import { onAbort } from '../../../async/on-abort.ts'
import type { NamedGarment } from '../../../garments/picture-garments.ts'
import type { Overlay } from '../overlay/overlay.ts'
import { OVERLAY_NAME } from '../overlay/overlay-name.ts'
import { createGarmentList, type GarmentList } from './garment-list.ts'
import { createGarmentMarks } from './garment-marks.ts'
import styles from './garments.css?inline'
import type { PictureMeter } from './picture-meter.ts'

/** How often the marks make sure that they are still in place. No event tells that a script moves an element. */
const FOLLOW_MS = 400

interface Shown {
  /** Undefined if no element shows the picture; then there are no marks. */
  element: Element | undefined
  measure: PictureMeter
  garments: readonly NamedGarment[]
  /** Places of the garments that the list names; all of them if left out. */
  listed?: readonly number[]
}

const styledOverlays = new WeakSet<Overlay>()

/** Adds the style of marks and lists once. */
export function styleGarments(overlay: Overlay): void {
  if (!styledOverlays.has(overlay)) overlay.addStyle(styles)
  styledOverlays.add(overlay)
}

/**
 * Marks the garments on a picture and lists them for a card. Whatever is pointed at or focused in one is emphasised in both.
 * @param closed removes the marks
 */
export function showWorn(
  overlay: Overlay,
  { element, measure, garments, listed = garments.map((_, i) => i) }: Shown,
  closed: AbortSignal,
): GarmentList {
  styleGarments(overlay)
  const marks = element && createGarmentMarks(overlay, element, measure)
  const named = listed.flatMap(i => garments[i] ?? [])
  const point = (row: number | undefined) => {
    list.point(row)
    marks?.point(row === undefined ? undefined : listed[row])
  }
  const list = createGarmentList(named, point)
  if (!marks) return list
  marks.show(garments)
  const moved = ({ clientX, clientY, target, isTrusted }: PointerEvent) => {
    // The card's own rows say when the pointer is at them.
    if (!isTrusted || (target as Element).localName === OVERLAY_NAME) return
    const index = marks.at(clientX, clientY)
    const row = index === undefined ? -1 : listed.indexOf(index)
    if (row >= 0) point(row)
    else {
      list.point(undefined)
      marks.point(index)
    }
  }
  document.addEventListener('pointermove', moved, { capture: true, passive: true, signal: closed })
  const timer = setInterval(overlay.followMotion, FOLLOW_MS)
  onAbort(closed, () => {
    clearInterval(timer)
    marks.remove()
  })
  return list
}
