import type { Garment } from '../../apparel/classes.ts'

/** The number of tags of each class. A class without tags has no entry. */
export type GarmentCounts = Partial<Record<Garment, number>>

export function countOf(counts: GarmentCounts, garment: Garment): number {
  return counts[garment] ?? 0
}
