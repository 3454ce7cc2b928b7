import type { ApparelClass } from '../../src/apparel/classes.ts'
import { labelOf } from '../../src/apparel/prediction.ts'
import { fingerprintOf } from '../../src/learning/fingerprint.ts'
import { type Learner, learn } from '../../src/learning/learn.ts'
import type { LearningBase } from '../../src/learning/learning-base.ts'
import type { Card } from '../../src/network/card.ts'
import { randoms } from '../history/synthetic-tags.ts'
import { median } from '../median.ts'
import { asExample, ownKindOf } from './as-example.ts'
import { shuffled } from './draw.ts'
import type { SeenPicture } from './seen-pictures.ts'

const EXAMPLE_COUNT = 500
const KIND_COUNT = 30
const SHOT_COUNT = 5

/** Time that a new picture takes longer with many examples, half of them corrections, and its fingerprint, milliseconds. */
export function addedMilliseconds(pictures: SeenPicture[], base: LearningBase, card: Card): number {
  const drawn = shuffled(pictures, randoms(1))
  const taught = drawn.slice(0, Math.min(EXAMPLE_COUNT, drawn.length / 2))
  const examples = Array.from({ length: EXAMPLE_COUNT }, (_, i) => {
    const picture = taught[i % taught.length] as SeenPicture
    const label = picture.truth === 'none' ? ('Shirt' as const) : ('none' as const)
    return asExample(picture, i % 2 ? { own: String(i % 10) } : { label }, card.name)
  })
  const kinds = Array.from({ length: 10 }, (_, i) => ownKindOf(String(i)))
  const others = drawn.slice(taught.length)
  const added = timeOf(learn(examples, kinds, base, card), others) - timeOf(learn([], [], base, card), others)
  return added + fingerprintMilliseconds(card.inputSize)
}

/** Fingerprints are made only once something has been taught. What the picture shows does not matter. */
function fingerprintMilliseconds(side: number): number {
  const pixels = new Uint8Array(side * side * 3).fill(7)
  const times = Array.from({ length: 200 }, () => {
    const start = performance.now()
    fingerprintOf(pixels)
    return performance.now() - start
  })
  return median(times)
}

function timeOf(learner: Learner, pictures: SeenPicture[]): number {
  // The first round compiles. Copies of the embeddings are not yet projected, as those of new pictures are not.
  for (const picture of pictures) learner.conclude(picture)
  const fresh = pictures.map(picture => ({ ...picture, embedding: picture.embedding.slice() }))
  const start = performance.now()
  for (const picture of fresh) learner.conclude(picture)
  return (performance.now() - start) / Math.max(1, fresh.length)
}

/**
 * Share of the ten garments' right answers that are lost once many kinds have been taught. Pictures of the taught kinds do not
 * count, nor do those of no kind, which may be of one.
 * @param kinds to choose from
 * @param bases as `foldsOf` makes them
 */
export function forgotten(kinds: string[], pictures: SeenPicture[], bases: LearningBase[], card: Card): number {
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
  const tested = pictures.filter(({ truth, kind }) => truth !== 'none' && kind !== '' && !taught.includes(kind))
  const right = (learners: Learner[]) =>
    tested.filter(picture => {
      const prediction = learners[picture.fold ?? 2]?.conclude(picture)
      return prediction && !prediction.own && labelOf(prediction) === (picture.truth as ApparelClass)
    }).length
  const before = right(bases.map(base => learn([], [], base, card)))
  const after = right(bases.map(base => learn(examples, taught.map(ownKindOf), base, card)))
  return (before - after) / Math.max(1, before)
}
