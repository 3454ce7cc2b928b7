import type { ApparelClass } from '../../src/apparel/classes.ts'
import { labelOf } from '../../src/apparel/prediction.ts'
import type { Example } from '../../src/learning/example.ts'
import { type Learner, learn } from '../../src/learning/learn.ts'
import type { LearningBase } from '../../src/learning/learning-base.ts'
import type { Card } from '../../src/network/card.ts'
import { randoms } from '../history/synthetic-tags.ts'
import { asExample } from './as-example.ts'
import { mean, shuffled } from './draw.ts'
import type { SeenPicture } from './seen-pictures.ts'

/** A person's patience. */
const CORRECTION_COUNT = 5
/** Pictures that a group must have to count as a shop. */
const MIN_SHOP_SIZE = 6
const ROUNDS = 3

/** Shares of wrong answers, 0..1. */
export interface Corrections {
  /** On the rest of the corrected shops. */
  shopBefore: number
  shopAfter: number
  /** On all other pictures. */
  elsewhereBefore: number
  elsewhereAfter: number
}

/** Simulates a person who looks through one shop and corrects the first wrong answers, shop after shop, each by itself. */
export function correctShops(pictures: SeenPicture[], base: LearningBase, card: Card): Corrections {
  const labelled = pictures.filter(({ truth }) => truth !== 'ambiguous')
  const untaught = learn([], [], base, card)
  const wrongBefore = new Set(labelled.filter(picture => isWrong(picture, untaught)))
  const shops = bySite(labelled).filter(
    shop => shop.length >= MIN_SHOP_SIZE && shop.some(picture => wrongBefore.has(picture)),
  )
  const rest = { count: 0, before: 0, after: 0 }
  const elsewhere: { before: number; after: number }[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const random = randoms(round + 1)
    for (const shop of shops) {
      const { learner, corrected } = correct(shuffled(shop, random), base, card, untaught)
      const left = shop.filter(picture => !corrected.has(picture))
      rest.count += left.length
      rest.before += left.filter(picture => wrongBefore.has(picture)).length
      rest.after += left.filter(picture => isWrong(picture, learner)).length
      // The rounds differ only in the order of the shop's pictures.
      if (round > 0) continue
      const others = labelled.filter(({ site }) => site !== shop[0]?.site)
      elsewhere.push({
        before: others.filter(picture => wrongBefore.has(picture)).length / others.length,
        after: others.filter(picture => isWrong(picture, learner)).length / others.length,
      })
    }
  }
  return {
    shopBefore: rest.before / Math.max(1, rest.count),
    shopAfter: rest.after / Math.max(1, rest.count),
    elsewhereBefore: mean(elsewhere.map(({ before }) => before)),
    elsewhereAfter: mean(elsewhere.map(({ after }) => after)),
  }
}

/** Without `Map.groupBy`, which Node 20 lacks. */
function bySite(pictures: readonly SeenPicture[]): SeenPicture[][] {
  const sites = new Map<string, SeenPicture[]>()
  for (const picture of pictures) sites.set(picture.site, [...(sites.get(picture.site) ?? []), picture])
  return [...sites.values()]
}

function correct(shop: SeenPicture[], base: LearningBase, card: Card, untaught: Learner) {
  const examples: Example[] = []
  const corrected = new Set<SeenPicture>()
  let learner = untaught
  for (const picture of shop) {
    if (corrected.size === CORRECTION_COUNT) break
    if (!isWrong(picture, learner)) continue
    corrected.add(picture)
    examples.push(asExample(picture, { label: picture.truth as ApparelClass }, card.name))
    learner = learn(examples, [], base, card)
  }
  return { learner, corrected }
}

function isWrong(picture: SeenPicture, learner: Learner): boolean {
  return labelOf(learner.conclude(picture)) !== picture.truth
}
