import type { Ingredients } from './ingredients.ts'
import { type ImportCase, makeImportCase } from './make/import-case.ts'
import { type MessageCase, makeMessageCase } from './make/message-case.ts'
import { makePictureCase, type PictureCase, type PictureWay } from './make/picture-case.ts'
import { Random } from './make/random.ts'

/** One hostile input. Its seed alone decides what it is. */
export type Case = PictureCase | ImportCase | MessageCase

/** The share of each way in a hundred cases; the rest are messages. */
const SHARES: [PictureWay | 'import', number][] = [
  ['page', 46],
  ['upload', 34],
  ['popup', 5],
  ['import', 7],
]

/** Makes the case of a seed. */
export function makeCase(seed: number, ingredients: Ingredients): Case {
  const random = new Random(seed)
  let share = random.below(100)
  for (const [way, count] of SHARES) {
    if (share < count)
      return way === 'import'
        ? makeImportCase(seed, random, ingredients.thumbnails)
        : makePictureCase(seed, way, random, ingredients)
    share -= count
  }
  return makeMessageCase(seed, random)
}

/** The row of the table in which a case is counted. */
export function rowOf(one: Case): string {
  if (one.way === 'import') return 'import'
  return one.way === 'message' ? `message: ${one.route}` : `${one.way}: ${one.format}`
}

/** What a case is, for people. */
export function describeCase(one: Case): string {
  const what = one.changes.length > 0 ? one.changes.join(', ') : 'intact'
  return `${rowOf(one)} (${what})`
}
