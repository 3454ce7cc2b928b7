import type { Figures } from '../evaluation/metrics.ts'
import { drawing } from './drawing.ts'
import { element, label } from './svg.ts'

/** Sizes of a cell and of the margins for the class names, in pixels. */
const CELL = { width: 67, height: 30 }
const ROOM = { left: 90, top: 62, right: 13, bottom: 14 }

/** Plots how often the network answers a row's class with a column's class. The shade is the cell's share of the row. */
export function confusionPlot(split: string, { classes, counts }: Figures['confusion']): string {
  return drawing(
    `Confusion matrix of ${split}`,
    'Each row is a true class, each column is the answer of the network, and each cell counts pictures. ' +
      'A stronger shade means a larger share of the row. The diagonal holds the right answers.',
    ROOM.left + classes.length * CELL.width + ROOM.right,
    ROOM.top + classes.length * CELL.height + ROOM.bottom,
    [
      label(ROOM.left, 22, 'answer →', { class: 'title' }),
      label(ROOM.left - 10, ROOM.top - 12, 'true ↓', { class: 'title', 'text-anchor': 'end' }),
      ...classes.map((name, i) => label(centre(i), ROOM.top - 12, name, { 'text-anchor': 'middle' })),
      ...counts.flatMap((row, i) => [
        label(ROOM.left - 10, baseline(i), classes[i] ?? '', { 'text-anchor': 'end' }),
        ...row.flatMap((count, k) => drawCell(count, row, i, k)),
      ]),
    ],
  )
}

function drawCell(count: number, row: number[], i: number, k: number): string[] {
  const place = { x: ROOM.left + k * CELL.width, y: ROOM.top + i * CELL.height, ...CELL }
  const frame = element('rect', { class: 'grid', fill: 'none', ...place })
  if (count === 0) return [frame]
  const share = count / row.reduce((a, b) => a + b, 0)
  return [
    // The square root makes small shares visible. Half opacity keeps the number readable on every shade.
    element('rect', { class: 'cell', 'fill-opacity': 0.5 * Math.sqrt(share), ...place }),
    frame,
    label(centre(k), baseline(i), String(count), { 'text-anchor': 'middle' }),
  ]
}

function centre(column: number): number {
  return ROOM.left + (column + 0.5) * CELL.width
}

function baseline(row: number): number {
  return ROOM.top + (row + 0.5) * CELL.height + 4
}
