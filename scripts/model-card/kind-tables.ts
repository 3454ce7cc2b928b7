import type { Measurement } from '../evaluation/record.ts'
import { headlineTable } from './figure-tables.ts'
import { percent, table } from './markdown.ts'

/** Fewer pictures of a kind say too little to print. */
const LEAST_PICTURES = 5

/** The figures by how a picture was taken. */
export function shotTable({ shots }: Measurement): string {
  return headlineTable(Object.entries(shots), 'shot')
}

/** Each kind of which val has a few pictures; a dash for the precision of one that is never said. */
export function kindTable({ kinds }: Measurement): string {
  const rows = Object.entries(kinds.perKind)
    .filter(([, { n }]) => n >= LEAST_PICTURES)
    .map(([name, { n, said, precision, recall, badged }]) => [
      name,
      String(n),
      String(said),
      ...[precision, recall, badged].map(percent),
    ])
  return table(['kind', 'n', 'said', 'precision', 'recall', 'badged'], rows)
}
