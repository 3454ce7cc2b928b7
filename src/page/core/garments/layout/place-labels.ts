import { areaOf, type Box, type BoxSize, overlapOf } from '../../dom/box.ts'

/** Distance between a label and the edge of its garment's box. */
const GAP_PX = 4
/** The same for a label beside its box that must keep clear of a head there. */
const WIDE_GAP_PX = 24
/** A label that would hide more of its garment's box lies outside of it. */
const MAX_HIDDEN_SHARE = 1 / 12

/** What a place costs beside its rank: as much as so many ranks if it lies on another garment or is moved. */
const OTHER_GARMENT_COST = 6
const SHIFT_COST_PER_PX = 0.05

/** What labels keep clear of. */
interface LabelRoom {
  /** Where labels may lie. */
  bounds: Box
  /** Nothing lies here: faces, and what else is shown on the picture. */
  taken: readonly Box[]
}

/**
 * Places a label at each box, at or outside of the lower edge if possible, so that no label lies on another or on what is
 * taken. All in the same pixels. The same boxes always give the same places.
 * @param sizes of the labels, in the order of the boxes
 * @returns the labels' boxes in that order; undefined for a label without a place
 */
export function placeLabels(
  boxes: readonly Box[],
  sizes: readonly BoxSize[],
  { bounds, taken }: LabelRoom,
): (Box | undefined)[] {
  const places: (Box | undefined)[] = boxes.map(() => undefined)
  const occupied = [...taken]
  // Small garments first: large ones have more places to choose from.
  const order = boxes.map((_, i) => i).sort((a, b) => areaOf(boxes[a] as Box) - areaOf(boxes[b] as Box))
  for (const i of order) {
    const [box, size] = [boxes[i], sizes[i]]
    if (!box || !size) continue
    const others = boxes.filter((_, other) => other !== i)
    const place = bestPlace(box, size, bounds, occupied, others)
    places[i] = place
    if (place) occupied.push(place)
  }
  return places
}

function bestPlace(
  box: Box,
  size: BoxSize,
  bounds: Box,
  occupied: readonly Box[],
  others: readonly Box[],
): Box | undefined {
  let best: { place: Box; cost: number } | undefined
  for (const [rank, wanted] of candidates(box, size).entries()) {
    const place = moveInto(bounds, wanted)
    if (!place || occupied.some(box => areaOf(overlapOf(box, place)) > 0)) continue
    const onOthers = others.reduce((share, other) => share + areaOf(overlapOf(other, place)) / areaOf(place), 0)
    const shift = Math.abs(place.left - wanted.left) + Math.abs(place.top - wanted.top)
    const cost = rank + onOthers * OTHER_GARMENT_COST + shift * SHIFT_COST_PER_PX
    if (!best || cost < best.cost) best = { place, cost }
  }
  return best?.place
}

/** The places of a label at its box, the best first. */
function candidates({ left, top, right, bottom }: Box, { width, height }: BoxSize): Box[] {
  const at = (x: number, y: number): Box => ({ left: x, top: y, right: x + width, bottom: y + height })
  const middle = (left + right - width) / 2
  const hiddenShare = (width * height) / ((right - left) * (bottom - top))
  const hasRoom = hiddenShare <= MAX_HIDDEN_SHARE && right - left >= width + 2 * GAP_PX
  const within = bottom - height - GAP_PX
  const below = bottom + GAP_PX
  const beside = [GAP_PX, WIDE_GAP_PX].flatMap(gap => [right + gap, left - width - gap])
  return [
    ...(hasRoom ? [at(left + GAP_PX, within), at(right - width - GAP_PX, within), at(middle, within)] : []),
    ...[middle, left, right - width].map(x => at(x, below)),
    ...[bottom - height, (top + bottom - height) / 2, top].flatMap(y => beside.map(x => at(x, y))),
    ...[middle, left, right - width].map(x => at(x, top - height - GAP_PX)),
  ]
}

/** Moves a box into others' bounds by at most its own size; undefined if that is not enough. */
function moveInto(bounds: Box, { left, top, right, bottom }: Box): Box | undefined {
  const [width, height] = [right - left, bottom - top]
  const x = Math.min(Math.max(left, bounds.left), bounds.right - width)
  const y = Math.min(Math.max(top, bounds.top), bounds.bottom - height)
  if (x < bounds.left || y < bounds.top || Math.abs(x - left) > width || Math.abs(y - top) > height) return undefined
  return { left: x, top: y, right: x + width, bottom: y + height }
}
