import { type Garment, garments } from '../../src/apparel/classes.ts'

/** Thresholds with one common value and some exceptions. */
export function thresholds(common: number, own: Partial<Record<Garment, number>> = {}): Record<Garment, number> {
  return { ...(Object.fromEntries(garments.map(garment => [garment, common])) as Record<Garment, number>), ...own }
}
