import { MAP_SIDE } from '../apparel/activation-map.ts'

/**
 * A map's value between its places: Catmull-Rom splines through their middles, and beyond the outer ones as these are.
 * @param map 49 numbers of 0..1, row by row
 * @param x fraction of the picture's width, 0..1
 * @param y fraction of its height, 0..1
 * @returns 0..1
 */
export function valueAt(map: readonly number[], x: number, y: number): number {
  const [column, right] = split(x)
  const [row, down] = split(y)
  const along = (dy: number) => spline(dx => map[inside(row + dy) * MAP_SIDE + inside(column + dx)] ?? 0, right)
  // Splines overshoot beside a steep peak.
  return Math.min(1, Math.max(0, spline(along, down)))
}

/** The place whose middle comes before a point, and how far the point is on the way to the next middle, 0..1. */
function split(fraction: number): [place: number, rest: number] {
  const position = fraction * MAP_SIDE - 0.5
  const place = Math.floor(position)
  return [place, position - place]
}

function inside(place: number): number {
  return Math.min(MAP_SIDE - 1, Math.max(0, place))
}

/** Between the values at 0 and 1, given those at -1, 0, 1 and 2. */
function spline(value: (at: number) => number, t: number): number {
  const [a, b, c, d] = [value(-1), value(0), value(1), value(2)]
  return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)))
}
