import type { ApparelClass } from './classes.ts'
import { moreKinds } from './more-kinds.ts'

/** What pages show beside clothes and accessories. */
const other = [
  ...(['Cosmetics', 'Electronics', 'Furniture', 'Homeware', 'Food', 'Toy', 'Book', 'Vehicle', 'Animal'] as const),
  ...(['Face', 'Person', 'Group', 'Banner', 'Logo', 'Icon', 'Scene', 'Fabric', 'Outfit', 'Mixed', 'Other'] as const),
] as const

/** The kinds of each class, as the network's second head names them. The kinds of `none` belong to none of the ten garments. */
export const kindsOfClass = {
  Goggles: ['Sunglasses', 'Eyeglasses'],
  Hat: ['Cap', 'Beanie', 'Hat'],
  Jacket: ['Jacket', 'Coat', 'Blazer', 'Gilet'],
  Shirt: ['Shirt', 'Blouse'],
  Shoes: ['Sneaker', 'Boot', 'Heel', 'Sandal', 'Loafer', 'Shoe'],
  Shorts: ['Shorts'],
  'T-Shirt': ['T-Shirt', 'Polo', 'TankTop'],
  Trouser: ['Jeans', 'Trouser', 'Joggers'],
  Wallet: ['Wallet', 'CardHolder'],
  Watch: ['Watch', 'Smartwatch'],
  none: [...Object.values(moreKinds).flat(), ...other],
} as const satisfies Record<ApparelClass, readonly string[]>

/** What a picture shows, more finely than its class. */
export type Kind = (typeof kindsOfClass)[ApparelClass][number]

/** All kinds, by class. */
export const kinds: readonly Kind[] = Object.values(kindsOfClass).flat()

const classByKind = new Map<string, ApparelClass>(
  Object.entries(kindsOfClass).flatMap(([name, ones]) => ones.map(kind => [kind, name as ApparelClass] as const)),
)

/** The class that a kind belongs to. Undefined if it is no kind. */
export function classOfKind(kind: string): ApparelClass | undefined {
  return classByKind.get(kind)
}

/** Whether a value, as from a file or a message, is a kind. */
export function isKind(value: unknown): value is Kind {
  return typeof value === 'string' && classByKind.has(value)
}
