import { learn } from '../../src/learning/learn.ts'
import type { LearningBase } from '../../src/learning/learning-base.ts'
import type { Card } from '../../src/network/card.ts'
import { randoms } from '../history/synthetic-tags.ts'
import { asExample, ownKindOf } from './as-example.ts'
import { mean, shuffled } from './draw.ts'
import type { SeenPicture } from './seen-pictures.ts'

const DRAWS = 20
/** Groups that must be left to test on. */
const MIN_TEST_GROUPS = 3

/** How well a kind is learned. Shares, 0..1. */
export interface Shots {
  /** Of the other pictures of the kind, those that are found. */
  recall: number
  /** Of the pictures of the ten garments, and of none of them, those that the kind takes. */
  takenFromTen: number
  takenFromNone: number
}

/**
 * Teaches one kind with pictures of as many groups, several times, and averages.
 * @param bases as `foldsOf` makes them
 * @param without whether the known kind of this name is to be unknown
 * @returns undefined if the kind has too few groups
 */
export function teachKind(
  name: string,
  shotCount: number,
  pictures: SeenPicture[],
  bases: LearningBase[],
  card: Card,
  without: boolean,
): Shots | undefined {
  const own = pictures.filter(({ kind }) => kind === name)
  const groups = [...new Set(own.map(({ site }) => site))]
  if (groups.length < shotCount + MIN_TEST_GROUPS) return undefined
  const random = randoms(shotCount)
  // What has no kind in the manifest may be of this one.
  const others = pictures.filter(({ kind, truth }) => kind !== name && kind !== '' && truth !== 'ambiguous')
  const draws = Array.from({ length: DRAWS }, () => {
    const chosen = new Set(shuffled(groups, random).slice(0, shotCount))
    const examples = [...chosen].map(group => {
      const [picture] = shuffled(
        own.filter(({ site }) => site === group),
        random,
      ) as [SeenPicture]
      return asExample(picture, { own: name }, card.name)
    })
    const learners = bases.map(base => learn(examples, [ownKindOf(name)], base, card, without ? { without: name } : {}))
    const isTaken = (picture: SeenPicture) => learners[picture.fold ?? 2]?.conclude(picture).own !== undefined
    const share = (of: SeenPicture[]) => of.filter(isTaken).length / of.length
    return {
      recall: share(own.filter(({ site }) => !chosen.has(site))),
      takenFromTen: share(others.filter(({ truth }) => truth !== 'none')),
      takenFromNone: share(others.filter(({ truth }) => truth === 'none')),
    }
  })
  return meanShots(draws)
}

/** The base without the replay of either fold, and the whole base: no picture may set the limits that it is measured with. */
export function foldsOf(base: LearningBase): LearningBase[] {
  return [0, 1, undefined].map(fold => ({
    ...base,
    replay: base.replay.filter(one => fold === undefined || one.fold !== fold),
  }))
}

/** The mean of several; undefined if there are none. */
export function meanShots(all: Shots[]): Shots | undefined {
  if (all.length === 0) return undefined
  return {
    recall: mean(all.map(({ recall }) => recall)),
    takenFromTen: mean(all.map(({ takenFromTen }) => takenFromTen)),
    takenFromNone: mean(all.map(({ takenFromNone }) => takenFromNone)),
  }
}
