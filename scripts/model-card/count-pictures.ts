import { classes } from '../../src/apparel/classes.ts'
import type { Listed } from '../evaluation/sources.ts'
import type { Counts } from './results.ts'

/** Counts pictures by source, split and class. The order of the result does not depend on the order of the pictures. */
export function countPictures(pictures: Pick<Listed, 'label' | 'source' | 'split'>[]): Counts {
  const counts: Counts = {}
  for (const source of [...new Set(pictures.map(one => one.source))].sort()) {
    const ofSource = pictures.filter(one => one.source === source)
    const splits = [...new Set(ofSource.map(one => one.split))].sort()
    counts[source] = Object.fromEntries(
      splits.map(split => [split, countLabels(ofSource.filter(one => one.split === split))]),
    )
  }
  return counts
}

function countLabels(pictures: Pick<Listed, 'label'>[]): Record<string, number> {
  const counts = classes.map(name => [name, pictures.filter(one => one.label === name).length] as const)
  return Object.fromEntries(counts.filter(([, n]) => n > 0))
}
