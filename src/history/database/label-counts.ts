import { type Labels, ownLabel, shownGarment, shownKind } from '../labels.ts'

/** Numbers of tags by class, or by kind. What has no tags has no entry. */
export type LabelCounts = Record<string, number>

export function countOf(counts: LabelCounts, label: string): number {
  return counts[label] ?? 0
}

/**
 * The entry of a tag among the counts of kinds, such as `Shoes/Boot`; undefined if the tag has no kind. It contains the class
 * and kinds that this version does not know, so that the counts remain right when a later version knows them.
 */
export function kindEntry(labels: Labels): string | undefined {
  const kind = labels.own === undefined ? labels.kind : ownLabel(labels.own)
  return kind === undefined ? undefined : `${shownGarment(labels)}/${kind}`
}

/** Sums up counts of kinds by the kinds as people see them. */
export function byShownKind(counts: LabelCounts): Map<string, number> {
  const shown = new Map<string, number>()
  for (const [entry, count] of Object.entries(counts)) {
    const slash = entry.indexOf('/')
    const kind = shownKind({ garment: entry.slice(0, slash) as Labels['garment'], kind: entry.slice(slash + 1) })
    if (kind !== undefined) shown.set(kind, (shown.get(kind) ?? 0) + count)
  }
  return shown
}
