import type { Lab } from './colour.ts'

/** A colour and the weight of all that has it. */
export interface Cluster {
  lab: Lab
  weight: number
}

/** A sample and how much it counts. */
export interface Weighted {
  lab: Lab
  weight: number
}

/** How far the colours of one cloth lie apart. */
const REACH = 0.06
/** Folds and shadows change a cloth's lightness more than its hue. */
const LIGHTNESS = 0.4
/** Sides of the cells in which the fullest place is looked for. */
const CELL = { lightness: 0.12, hue: 0.05 }

/**
 * The colours of which most of some samples are: the fullest place with all around it, then the fullest of what is left.
 * @param most so many at most
 */
export function mainColours(samples: readonly Weighted[], most: number): Cluster[] {
  const found: Cluster[] = []
  let left = samples.filter(({ weight }) => weight > 0)
  while (left.length > 0 && found.length < most) {
    const centre = meanOf(around(meanOf(fullestCell(left)), left))
    const members = new Set(around(centre, left))
    found.push({ lab: meanOf([...members]), weight: weightOf([...members]) })
    left = left.filter(one => !members.has(one))
  }
  return found
}

function fullestCell(samples: readonly Weighted[]): Weighted[] {
  const cells = new Map<string, Weighted[]>()
  for (const one of samples) {
    const [lightness, a, b] = one.lab
    const key = [lightness / CELL.lightness, a / CELL.hue, b / CELL.hue].map(Math.round).join()
    const cell = cells.get(key)
    if (cell) cell.push(one)
    else cells.set(key, [one])
  }
  return [...cells.values()].reduce((fullest, cell) => (weightOf(cell) > weightOf(fullest) ? cell : fullest))
}

function around(centre: Lab, samples: readonly Weighted[]): Weighted[] {
  return samples.filter(
    ({ lab }) =>
      ((lab[0] - centre[0]) * LIGHTNESS) ** 2 + (lab[1] - centre[1]) ** 2 + (lab[2] - centre[2]) ** 2 < REACH ** 2,
  )
}

function meanOf(samples: readonly Weighted[]): Lab {
  const total = weightOf(samples)
  return ([0, 1, 2] as const).map(
    k => samples.reduce((sum, { lab, weight }) => sum + lab[k] * weight, 0) / total,
  ) as Lab
}

export function weightOf(samples: readonly { weight: number }[]): number {
  return samples.reduce((sum, { weight }) => sum + weight, 0)
}
