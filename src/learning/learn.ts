import { classes, type Garment, garments } from '../apparel/classes.ts'
import type { KindHead } from '../apparel/kind-answer.ts'
import { type Logits, predictPicture } from '../apparel/predict-picture.ts'
import type { Calibration, Prediction } from '../apparel/prediction.ts'
import type { Example } from './example.ts'
import { type Fingerprint, isSamePicture } from './fingerprint.ts'
import type { OwnKind, Said } from './said.ts'

/** What learning needs of the network's card. */
export interface LearnerCard {
  calibration: Calibration
  kinds?: KindHead
}

/** What the network computes for one picture, with its fingerprint. */
export interface PictureOutput extends Logits {
  embedding: Int8Array
  fingerprint: Fingerprint
}

/** Answers with what the user has taught. */
export interface Learner {
  /** Exactly `predictPicture` if nothing was taught. */
  conclude(output: PictureOutput): Prediction
}

/** @param base what ships to compare with; unused so far */
export function learn(
  examples: readonly Example[],
  ownKinds: readonly OwnKind[],
  _base: ArrayBuffer | undefined,
  card: LearnerCard,
): Learner {
  return {
    conclude(output) {
      const alone = predictPicture(output, card)
      const same = examples.findLast(({ fingerprint }) => isSamePicture(fingerprint, output.fingerprint))
      return same ? asTold(alone, same.says, ownKinds) : alone
    },
  }
}

function asTold(alone: Prediction, says: Said, ownKinds: readonly OwnKind[]): Prediction {
  if ('own' in says) {
    const own = ownKinds.find(({ id }) => id === says.own)
    if (!own) return alone
    const { id, name, colour } = own
    return { ...alone, own: { id, name, colour, confidence: 1 }, byUser: 'told' }
  }
  const { kind: _, ...rest } = alone
  const kind = says.kind && { kind: { name: says.kind, confidence: 1 } }
  const probabilities = classes.map(label => (label === says.label ? 1 : 0))
  if (says.label === 'none') return { ...rest, probabilities, confidence: 0, verdict: 'none', ...kind, byUser: 'told' }
  const garment = garments.find(one => one === says.label) as Garment
  return { verdict: 'garment', garment, confidence: 1, probabilities, ...kind, byUser: 'told' }
}
