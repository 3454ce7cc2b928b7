import type { Prediction } from '../../apparel/prediction.ts'

/** Whether a picture becomes a tag: it shows one of the ten, one of the user's own kinds, or one of the wanted kinds. */
export function isTagged({ verdict, kind, own }: Prediction, wanted: ReadonlySet<string>): boolean {
  return (
    own !== undefined || verdict === 'garment' || (verdict === 'none' && kind !== undefined && wanted.has(kind.name))
  )
}
