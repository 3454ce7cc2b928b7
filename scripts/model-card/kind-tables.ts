import type { Measurement } from '../evaluation/record.ts'
import { headlineTable } from './figure-tables.ts'
import { percent, table } from './markdown.ts'

/** The table omits kinds with fewer pictures, because their figures say too little. */
const LEAST_PICTURES = 5

/** A table of the figures by how the pictures were taken. */
export function shotTable({ shots }: Measurement): string {
  return headlineTable(Object.entries(shots), 'shot')
}

/** A table of the kinds with enough pictures. A kind that is never named has a dash for its precision. */
export function kindTable({ kinds }: Measurement): string {
  const rows = Object.entries(kinds.perKind)
    .filter(([, { n }]) => n >= LEAST_PICTURES)
    .map(([name, { n, said, precision, recall, badged }]) => [
      name,
      String(n),
      String(said),
      ...[precision, recall, badged].map(percent),
    ])
  return table(['kind', 'n', 'named', 'precision', 'recall', 'badged'], rows)
}
