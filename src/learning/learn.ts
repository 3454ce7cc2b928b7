import { type ApparelClass, classes } from '../apparel/classes.ts'
import type { KindHead } from '../apparel/kind-answer.ts'
import type { Kind } from '../apparel/kinds.ts'
import { log } from '../apparel/math/exp-log.ts'
import { type Logits, predictPicture, sureKind } from '../apparel/predict-picture.ts'
import { type Calibration, decide, labelOf, type Prediction } from '../apparel/prediction.ts'
import { softmax } from '../apparel/softmax.ts'
import { type Correction, createCorrector } from './corrections.ts'
import type { Example } from './example.ts'
import type { Fingerprint } from './fingerprint.ts'
import type { LearningBase } from './learning-base.ts'
import { OwnKinds } from './own-kinds.ts'
import { project } from './project.ts'
import type { OwnKind } from './said.ts'
import { createToldPictures } from './told-pictures.ts'

/** What the network says of a picture, and what tells it from others. */
export interface PictureOutput extends Logits {
  /** [1280], 0 or above, of any scale. */
  embedding: ArrayLike<number>
  fingerprint: Fingerprint
  /** Origin of the page that shows it; '' for uploads. */
  site: string
}

/** What the network and the user together say. */
export interface Learner {
  conclude(picture: PictureOutput): Prediction
}

/** The parts of the network's card that a conclusion needs. */
export interface LearnerCard {
  name: string
  calibration: Calibration
  kinds?: KindHead
}

interface LearnOptions {
  /** A known kind that does not count as known, to measure how well it could be taught. */
  without?: string
}

/**
 * Learns from all examples at once, in about 0.1 s for 500. Where nothing reaches, the answer is `predictPicture`'s. Examples
 * of another network teach by their fingerprints only.
 */
export function learn(
  examples: readonly Example[],
  ownKinds: readonly OwnKind[],
  base: LearningBase,
  card: LearnerCard,
  { without }: LearnOptions = {},
): Learner {
  const newestFirst = examples.toSorted((a, b) => b.taughtAt - a.taughtAt)
  const usable = newestFirst
    .filter(({ network }) => network === base.network && network === card.name)
    // A file that was edited may claim to be of this network.
    .filter(({ kinds }) => kinds.length === (card.kinds?.names.length ?? 0))
    .map(example => ({ ...example, place: project(example.embedding, base) }))
  const toldAbout = createToldPictures(newestFirst)
  const taught = ownKinds.map(kind => ({
    kind,
    examples: usable.filter(({ says }) => 'own' in says && says.own === kind.id),
  }))
  const corrections = usable.flatMap(({ says, place, site, logits, kinds }): Correction[] => {
    if ('own' in says) return []
    return [{ place, site, from: labelOf(predictPicture({ logits, kinds }, card)), to: says.label }]
  })
  const own = new OwnKinds(
    taught,
    corrections.map(({ place }) => place),
    base,
    without,
  )
  const shiftOf = createCorrector(
    corrections.filter(({ from, to }) => from !== to),
    base,
  )

  return {
    conclude: picture => {
      const prediction = predictPicture(picture, card)
      const told = toldAbout(picture.fingerprint)
      if (told) return asTold(told, prediction, picture, ownKinds, card)
      if (usable.length === 0) return prediction
      const place = project(picture.embedding, base)
      const shift = shiftOf(place, picture.site, labelOf(prediction))
      const corrected = shift ? shifted(prediction, shift, picture, card) : prediction
      const found = own.find(place)
      return found ? { ...corrected, own: found, byUser: 'learned' } : corrected
    },
  }
}

function asTold(
  { says }: Example,
  prediction: Prediction,
  picture: PictureOutput,
  ownKinds: readonly OwnKind[],
  card: LearnerCard,
): Prediction {
  if ('own' in says) {
    const kind = ownKinds.find(({ id }) => id === says.own)
    // Its kind may have been deleted in another context a moment ago.
    if (!kind) return prediction
    const { id, name, colour } = kind
    return { ...prediction, own: { id, name, colour, confidence: 1 }, byUser: 'told' }
  }
  const probabilities: number[] = classes.map(name => (name === says.label ? 1 : 0))
  const told = certainly(says.label, probabilities, prediction)
  return { ...withKind(told, says.kind && { name: says.kind, confidence: 1 }, picture, card), byUser: 'told' }
}

function certainly(label: ApparelClass, probabilities: number[], { garment }: Prediction): Prediction {
  return label === 'none'
    ? { verdict: 'none', garment, confidence: 0, probabilities }
    : { verdict: 'garment', garment: label, confidence: 1, probabilities }
}

/** Adds a shift to the logits of a prediction and decides again. */
function shifted(prediction: Prediction, shift: number[], picture: PictureOutput, card: LearnerCard): Prediction {
  const logits = prediction.probabilities.map((probability, i) => log(Math.max(probability, TINY)) + (shift[i] ?? 0))
  const corrected = decide(softmax(logits, classes.length, 1), card.calibration.thresholds)
  // A shift that decides nothing changes nothing, so that no answer is marked as the user's without reason.
  if (labelOf(corrected) === labelOf(prediction)) return prediction
  return { ...withKind(corrected, undefined, picture, card), byUser: 'learned' }
}

function withKind(
  prediction: Prediction,
  told: { name: Kind; confidence: number } | undefined,
  { kinds }: PictureOutput,
  { kinds: head }: LearnerCard,
): Prediction {
  const kind = told ?? (head && sureKind(prediction, kinds, head))
  return kind ? { ...prediction, kind } : prediction
}

/** Stands in for a probability that underflows to 0, whose logarithm is not finite. */
const TINY = 1e-30
