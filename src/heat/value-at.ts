import { MAP_SIDE } from '../apparel/activation-map.ts'

/**
 * Interpolates an activation map with Catmull-Rom splines through the centres of its cells. Outside the outer centres the
 * outer values repeat.
 * @param map 49 numbers of 0..1, row by row
 * @param x fraction of the picture's width, 0..1
 * @param y fraction of its height, 0..1
 * @returns 0..1
 */
export function valueAt(map: readonly number[], x: number, y: number): number {
  const [column, right] = split(x)
  const [row, down] = split(y)
  const along = (dy: number) => spline(dx => map[inside(row + dy) * MAP_SIDE + inside(column + dx)] ?? 0, right)
  // Splines overshoot next to a steep peak.
  return Math.min(1, Math.max(0, spline(along, down)))
}

/** The cell whose centre precedes a point, and the distance from that centre to the point in cells, 0..1. */
function split(fraction: number): [cell: number, distance: number] {
  const position = fraction * MAP_SIDE - 0.5
  const cell = Math.floor(position)
  return [cell, position - cell]
}

function inside(cell: number): number {
  return Math.min(MAP_SIDE - 1, Math.max(0, cell))
}

/** Interpolates between the values at 0 and 1, given those at -1, 0, 1 and 2. */
function spline(value: (at: number) => number, t: number): number {
  const [a, b, c, d] = [value(-1), value(0), value(1), value(2)]
  return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)))
}
