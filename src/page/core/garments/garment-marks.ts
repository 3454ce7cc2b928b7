import type { NamedGarment } from '../../../garments/picture-garments.ts'
import { garmentName } from '../../../i18n/garment-name.ts'
import { percent } from '../../../i18n/percent.ts'
import { text } from '../../../i18n/text.ts'
import type { BadgeStyle } from '../../../settings/schema.ts'
import { areaOf, type Box, type BoxSize, isEmpty, overlapOf } from '../dom/box.ts'
import { createElement } from '../dom/create-element.ts'
import { rectOf } from '../dom/unclobbered.ts'
import { cutOffFixedLayers } from '../overlay/occlusion/elements-above.ts'
import type { Overlay } from '../overlay/overlay.ts'
import type { Anchor } from '../overlay/placement.ts'
import { layOutMarks, type MarkPlace } from './layout/lay-out-marks.ts'
import { styleOf } from './mark-style.ts'
import type { PictureMeter } from './picture-meter.ts'

/** The marks of the garments on one picture: corners around each, and a label. */
export interface GarmentMarks {
  /**
   * Marks these garments, in place of the last.
   * @param unmarked places of those that get no mark, but are known to be worn
   */
  show(garments: readonly NamedGarment[], unmarked?: readonly number[]): void
  /** Emphasises one by its place in the list; undefined for none. */
  point(index: number | undefined): void
  /** The garment at a point of the viewport, the smallest if several are; undefined if none is. */
  at(x: number, y: number): number | undefined
  /** The garment whose label is at that point. */
  labelAt(x: number, y: number): number | undefined
  remove(): void
}

interface MarkOptions {
  /** Called when the element has left the page. */
  onGone?: () => void
  /** Moves marks smoothly from one place to the next, as on a video. */
  isMoving?: boolean
  /** Makes the marks badges: see there. */
  badges?: BadgeMarks
}

/** Marks as badges: only the labels are shown, and the box of one that is pointed at or focused. Screen readers hear a list. */
export interface BadgeMarks {
  style: BadgeStyle
  /** Called when the user presses a badge, by a key: badges let the pointer through. */
  pressed(): void
  /** Whether something of the page's covers a label. */
  isCovered(box: Box): boolean
}

/** The two nodes of a garment. */
interface Mark {
  name: string
  box: HTMLElement
  label: HTMLElement
  /** Shows the score; undefined where only names are shown. */
  score: HTMLElement | undefined
  /** Measured once for the same words, because reading it costs a layout. */
  size?: BoxSize
}

/**
 * Creates marks on a picture. They let the pointer through to the page. Screen readers do not read them: whoever shows them also
 * lists the garments. The style is in garments.css.
 * @param element shows the picture
 * @param measure where the picture is painted; boxes are fractions of that
 */
export function createGarmentMarks(
  overlay: Overlay,
  element: Element,
  measure: PictureMeter,
  { onGone, isMoving, badges }: MarkOptions = {},
): GarmentMarks {
  const layer = createElement('div', badges ? `marks quiet ${badges.style}` : 'marks')
  if (badges) {
    layer.setAttribute('role', 'list')
    layer.setAttribute('aria-label', text('worn_title'))
  } else layer.setAttribute('aria-hidden', 'true')
  layer.classList.toggle('moving', isMoving === true)
  let garments: readonly NamedGarment[] = []
  let unmarked: readonly number[] = []
  let marks: Mark[] = []
  let places: MarkPlace[] = []

  const anchor: Anchor = ({ visible }) => {
    places = []
    const painted = measure()
    if (!painted) return undefined
    const shown = overlapOf(painted.frame, painted.picture)
    // The root element means no particular place: a part of the screen.
    const seen = element === document.documentElement ? shown : cutOffFixedLayers(element, overlapOf(shown, visible))
    const screen = { left: 0, top: 0, right: innerWidth, bottom: innerHeight }
    const bounds = overlapOf(seen, screen)
    if (isEmpty(bounds)) return undefined
    for (const mark of marks) mark.size ??= { width: mark.label.offsetWidth, height: mark.label.offsetHeight }
    const sizes = marks.map(({ size }) => size ?? { width: 0, height: 0 })
    const taken = badgesOn(layer, bounds)
    places = layOutMarks(garments, sizes, { picture: painted.picture, seen, bounds, taken }, unmarked).map(place =>
      place.label && badges?.isCovered(place.label) ? { mark: undefined, label: undefined } : place,
    )
    const css = places.map((place, i) => styleOf(place, i, seen)).join('')
    return { x: seen.left, y: seen.top, css }
  }
  const placed = overlay.place(element, layer, { anchor, ...(onGone && { onGone }) })

  function point(index: number | undefined): void {
    layer.toggleAttribute('data-pointing', index !== undefined)
    for (const [i, { box, label }] of marks.entries())
      for (const node of [box, label]) node.toggleAttribute('data-on', i === index)
  }

  /** The smallest of these boxes at a point. */
  function smallestAt(boxes: (Box | undefined)[], x: number, y: number): number | undefined {
    const hit = boxes.flatMap((box, i) => (box && isIn(box, x, y) ? [{ i, area: areaOf(box) }] : []))
    return hit.sort((a, b) => a.area - b.area)[0]?.i
  }

  return {
    show: (next, without = []) => {
      const known = marks
      garments = next
      unmarked = without
      // A mark stays while its name does, as with a video that is answered again and again: only so can it move smoothly.
      marks = next.map((garment, i) => {
        const mark = known[i]
        return mark && mark.name === garmentName(garment) ? rescored(mark, garment) : createMark(garment, i)
      })
      const isSame = marks.length === known.length && marks.every((mark, i) => mark === known[i])
      if (!isSame) layer.replaceChildren(...marks.flatMap(({ box, label }) => [box, label]))
      overlay.followMotion()
    },
    point,
    at: (x, y) =>
      smallestAt(
        places.map(({ mark }) => mark),
        x,
        y,
      ),
    labelAt: (x, y) =>
      smallestAt(
        places.map(({ label }) => label),
        x,
        y,
      ),
    remove: placed.remove,
  }

  function createMark(garment: NamedGarment, index: number): Mark {
    const box = createElement('div', 'mark')
    box.setAttribute('aria-hidden', 'true')
    const label = createElement('div', 'mark-label')
    const name = garmentName(garment)
    const score = badges?.style === 'name' ? undefined : createElement('span', '', percent(garment.score))
    const words = [createElement('b', '', name), ...(score ? [score] : [])]
    if (badges) {
      const button = createElement('button')
      button.type = 'button'
      button.setAttribute('aria-description', text('badge_from'))
      button.append(...words)
      button.addEventListener('click', ({ isTrusted }) => isTrusted && badges.pressed())
      button.addEventListener('focus', () => point(index))
      button.addEventListener('blur', () => point(undefined))
      label.setAttribute('role', 'listitem')
      label.append(button)
    } else label.append(...words)
    const edge = (name: string) => `${name}: var(--mark-${index}-${name})`
    box.style.cssText = ['left', 'top', 'width', 'height', 'display'].map(edge).join(';')
    const at = (name: string) => `${name}: var(--label-${index}-${name})`
    label.style.cssText = ['left', 'top', 'visibility'].map(at).join(';')
    return { name, box, label, score }
  }
}

function rescored(mark: Mark, { score }: NamedGarment): Mark {
  const words = percent(score)
  if (mark.score && mark.score.dataset.text !== words) {
    mark.score.dataset.text = words
    delete mark.size
  }
  return mark
}

/** The visible badges on a picture, which labels must not cover. */
function badgesOn(layer: HTMLElement, bounds: Box): Box[] {
  const badges = [...(layer.parentElement?.querySelectorAll('.badge') ?? [])]
  return badges
    .filter(badge => badge.checkVisibility({ visibilityProperty: true }))
    .map<Box>(rectOf)
    .filter(box => !isEmpty(overlapOf(box, bounds)))
}

function isIn({ left, top, right, bottom }: Box, x: number, y: number): boolean {
  return x >= left && x <= right && y >= top && y <= bottom
}
