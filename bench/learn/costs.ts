import type { ApparelClass } from '../../src/apparel/classes.ts'
import { labelOf } from '../../src/apparel/prediction.ts'
import { type Learner, learn } from '../../src/learning/learn.ts'
import type { LearningBase } from '../../src/learning/learning-base.ts'
import type { Card } from '../../src/network/card.ts'
import { randoms } from '../history/synthetic-tags.ts'
import { asExample, ownKindOf } from './as-example.ts'
import { shuffled } from './draw.ts'
import type { SeenPicture } from './seen-pictures.ts'

const EXAMPLE_COUNT = 500
const KIND_COUNT = 30
const SHOT_COUNT = 5

/** Time that a picture takes longer with many examples, half of them corrections, milliseconds. */
export function addedMilliseconds(pictures: SeenPicture[], base: LearningBase, card: Card): number {
  const drawn = shuffled(pictures, randoms(1))
  const examples = drawn.slice(0, EXAMPLE_COUNT).map((picture, i) => {
    const label = picture.truth === 'none' ? ('Shirt' as const) : ('none' as const)
    return asExample(picture, i % 2 ? { own: String(i % 10) } : { label }, card.name)
  })
  const kinds = Array.from({ length: 10 }, (_, i) => ownKindOf(String(i)))
  const others = drawn.slice(EXAMPLE_COUNT)
  return timeOf(learn(examples, kinds, base, card), others) - timeOf(learn([], [], base, card), others)
}

function timeOf(learner: Learner, pictures: SeenPicture[]): number {
  // The first round compiles.
  for (const picture of pictures) learner.conclude(picture)
  const start = performance.now()
  for (const picture of pictures) learner.conclude(picture)
  return (performance.now() - start) / Math.max(1, pictures.length)
}

/** Share of the ten garments' right answers that are lost once many kinds have been taught. @param kinds to choose from */
export function forgotten(kinds: string[], pictures: SeenPicture[], base: LearningBase, card: Card): number {
  const random = randoms(1)
  const taught = shuffled(kinds, random).slice(0, KIND_COUNT)
  const examples = taught.flatMap(kind =>
    shuffled(
      pictures.filter(one => one.kind === kind),
      random,
    )
      .slice(0, SHOT_COUNT)
      .map(picture => asExample(picture, { own: kind }, card.name)),
  )
  const right = (learner: Learner) =>
    pictures.filter(picture => {
      const prediction = learner.conclude(picture)
      return picture.truth !== 'none' && !prediction.own && labelOf(prediction) === (picture.truth as ApparelClass)
    }).length
  const before = right(learn([], [], base, card))
  return (before - right(learn(examples, taught.map(ownKindOf), base, card))) / Math.max(1, before)
}
