import type { NamedKind } from '../apparel/named-kind.ts'
import { text } from './text.ts'

/** Returns the name of a kind in the browser's language, as shops say it: "Sneakers", "Dress". */
export function kindName(kind: NamedKind): string {
  return text(`kind_${kind === 'T-Shirt' ? 'T_Shirt' : kind}`)
}
