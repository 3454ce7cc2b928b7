import { type Garment, garments } from '../../src/apparel/classes.ts'

/** One threshold for all garments, but for those named. */
export function thresholds(common: number, own: Partial<Record<Garment, number>> = {}): Record<Garment, number> {
  return { ...(Object.fromEntries(garments.map(garment => [garment, common])) as Record<Garment, number>), ...own }
}
