import type { Garment } from '../../../../apparel/classes.ts'
import type { Box } from '../../dom/box.ts'

/** A garment where it is painted, in pixels. */
export interface PaintedGarment {
  garment: Garment
  box: Box
}

/** Width of a head beside that of what is worn on the upper body, with room for a head that is turned. */
const HEAD_SHARE = 0.6
/** Height of a head beside its width. */
const HEAD_RATIO = 1.3
/** How far the chin and the neck reach into what is worn below them, as a share of its height. */
const CHIN_SHARE = 0.06
/** How far a face reaches above and below glasses, in widths of the glasses. */
const ABOVE_GLASSES = 0.8
const BELOW_GLASSES = 1.3
/** A hat's lower part lies on the forehead. */
const BRIM_SHARE = 0.5

const uppers: readonly Garment[] = ['Jacket', 'Shirt', 'T-Shirt']
const lowers: readonly Garment[] = ['Trouser', 'Shorts']

/**
 * Where the heads of the people who wear these garments probably are: above the uppermost garment, below a hat, and around
 * glasses. No face is looked for. On clothes that nobody wears, the areas are empty ground and cost nothing.
 * @returns boxes in the pixels of the garments; they may reach beyond the picture
 */
export function headAreas(garments: readonly PaintedGarment[]): Box[] {
  const boxesOf = (wanted: readonly Garment[]) =>
    garments.filter(({ garment }) => wanted.includes(garment)).map(({ box }) => box)
  const tops = boxesOf(uppers)
  const hats = boxesOf(['Hat'])
  const bodies = tops.filter(box => !tops.some(other => other !== box && isOn(box, other) && other.top < box.top))
  const legs = boxesOf(lowers).filter(box => ![...tops, ...hats].some(other => isOn(box, other)))
  return [
    ...bodies.map(aboveBody),
    ...hats.map(belowHat),
    ...boxesOf(['Goggles']).map(aroundGlasses),
    ...legs.map(aboveLegs),
  ]
}

/** Whether two garments are worn by one person, as far as their columns tell. */
function isOn(a: Box, b: Box): boolean {
  const shared = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  return shared > Math.min(a.right - a.left, b.right - b.left) / 2
}

function aboveBody({ left, top, right, bottom }: Box): Box {
  const middle = (left + right) / 2
  // Arms that are spread make a garment wider than the body.
  const width = Math.min(right - left, bottom - top) * HEAD_SHARE
  return {
    left: middle - width / 2,
    right: middle + width / 2,
    top: top - width * HEAD_RATIO,
    bottom: top + (bottom - top) * CHIN_SHARE,
  }
}

function belowHat({ left, top, right, bottom }: Box): Box {
  return { left, right, top: top + (bottom - top) * BRIM_SHARE, bottom: bottom + (right - left) * HEAD_RATIO }
}

function aroundGlasses({ left, top, right, bottom }: Box): Box {
  const width = right - left
  return {
    left: left - width / 4,
    right: right + width / 4,
    top: top - width * ABOVE_GLASSES,
    bottom: bottom + width * BELOW_GLASSES,
  }
}

/** The upper body is about as long as the legs, and its upper half is neck and head. */
function aboveLegs({ left, top, right, bottom }: Box): Box {
  const length = bottom - top
  return { left, right, top: top - length * 1.1, bottom: top - length / 3 }
}
