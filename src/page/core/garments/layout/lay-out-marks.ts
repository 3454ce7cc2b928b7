import type { Box as Fractions } from '../../../../garments/found-garment.ts'
import type { NamedGarment } from '../../../../garments/picture-garments.ts'
import { areaOf, type Box, type BoxSize, overlapOf } from '../../dom/box.ts'
import { headAreas } from './head-areas.ts'
import { placeLabels } from './place-labels.ts'

/** Least share of a box that must be seen. A mark on less would point at something else. */
const MIN_SEEN_SHARE = 0.25

/** Where a mark and its label lie, in pixels of the viewport. */
export interface MarkPlace {
  /** Undefined where the page hides the garment. */
  mark: Box | undefined
  /** Undefined where the label has no room. */
  label: Box | undefined
}

/** What of a picture is seen, in pixels of the viewport. */
interface SeenPicture {
  /** The whole picture, as if nothing of it were cropped. */
  picture: Box
  /** The part that the page shows. */
  seen: Box
  /** The part of it that is on the screen, where labels may lie. */
  bounds: Box
  /** Something of ours that no label may cover. */
  taken: readonly Box[]
}

/**
 * Lays out the marks of garments and their labels.
 * @param sizes of the labels, in the order of the garments
 * @param unmarked places of garments that get no mark
 */
export function layOutMarks(
  garments: readonly NamedGarment[],
  sizes: readonly BoxSize[],
  { picture, seen, bounds, taken }: SeenPicture,
  unmarked: readonly number[] = [],
): MarkPlace[] {
  const painted = garments.map(({ garment, box }) => ({ garment, box: boxOn(picture, box) }))
  const marks = painted.map(({ box }, i) => {
    const shown = overlapOf(box, seen)
    return !unmarked.includes(i) && areaOf(shown) >= areaOf(box) * MIN_SEEN_SHARE ? shown : undefined
  })
  const shown = marks.flatMap((mark, i) => (mark ? [{ mark, i }] : []))
  const labels = placeLabels(
    shown.map(({ mark }) => mark),
    shown.map(({ i }) => sizes[i] ?? { width: 0, height: 0 }),
    { bounds, taken: [...taken, ...headAreas(painted)] },
  )
  const places = marks.map<MarkPlace>(mark => ({ mark, label: undefined }))
  for (const [n, { mark, i }] of shown.entries()) places[i] = { mark, label: labels[n] }
  return places
}

/** A part of a picture where the picture is painted. */
function boxOn({ left, top, right, bottom }: Box, part: Fractions): Box {
  const [width, height] = [right - left, bottom - top]
  return {
    left: left + part.left * width,
    top: top + part.top * height,
    right: left + part.right * width,
    bottom: top + part.bottom * height,
  }
}
