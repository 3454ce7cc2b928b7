import type { Prediction } from '../../apparel/prediction.ts'

/** Whether a picture becomes a tag: it shows one of the ten, or one of the wanted kinds. */
export function isTagged({ verdict, kind }: Prediction, wanted: ReadonlySet<string>): boolean {
  return verdict === 'garment' || (verdict === 'none' && kind !== undefined && wanted.has(kind.name))
}
