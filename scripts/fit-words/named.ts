import { type ApparelClass, classes, garments } from '../../src/apparel/classes.ts'
import type { Calibration } from '../../src/apparel/prediction.ts'
import { decide, type Prediction } from '../../src/apparel/prediction.ts'
import { type WordPrior, withWords } from '../../src/apparel/words/word-evidence.ts'
import type { Assumption } from './assumption.ts'

/** A picture, and what the network says of it alone. */
export interface Judged {
  truth: ApparelClass
  prediction: Prediction
}

/** A picture with one of the names that it may have, and how often it has it. */
interface Named extends Judged {
  weight: number
}

/** Gives every picture the names that an assumption says it has, with their shares; the rest has no name. */
export function asAssumed(
  judged: readonly Judged[],
  { garment, none }: Assumption,
  prior: WordPrior,
  calibration: Calibration,
): Named[] {
  return judged.flatMap(one => {
    const isNone = one.truth === 'none'
    const others = garments.filter(name => name !== one.truth)
    const names: [ApparelClass, number][] = isNone
      ? [['none', none.right], ...others.map(name => [name, none.wrong / others.length] as [ApparelClass, number])]
      : [
          [one.truth, garment.right],
          ['none', garment.none],
          ...others.map(name => [name, garment.wrong / others.length] as [ApparelClass, number]),
        ]
    const silent = 1 - names.reduce((sum, [, weight]) => sum + weight, 0)
    return [
      { ...one, weight: silent },
      ...names.map(([name, weight]) => ({ ...named(one, name, prior, calibration), weight })),
    ]
  })
}

/** A picture under a name. */
export function named(one: Judged, className: ApparelClass, prior: WordPrior, { thresholds }: Calibration): Judged {
  const probabilities = withWords(one.prediction, { className }, prior)
  return probabilities ? { truth: one.truth, prediction: decide(probabilities, thresholds) } : one
}

/** Shares of pictures, 0..1. */
export interface NameFigures {
  /** Of pictures of one of the ten: those with a badge. */
  coverage: number
  /** Of the badges on them: those that name the right garment. */
  badgesRight: number
  /** Of pictures of other things: those with a badge. */
  falseBadges: number
}

/** Figures of pictures that count by their weight, or by 1. */
export function figuresOf(judged: readonly (Judged & { weight?: number })[]): NameFigures {
  const sum = (ones: typeof judged) => ones.reduce((total, { weight = 1 }) => total + weight, 0)
  const [ofTen, ofNone] = [
    judged.filter(({ truth }) => truth !== 'none'),
    judged.filter(({ truth }) => truth === 'none'),
  ]
  const isBadged = ({ prediction }: Judged) => prediction.verdict === 'garment'
  const badged = ofTen.filter(isBadged)
  return {
    coverage: sum(badged) / sum(ofTen),
    badgesRight: sum(badged.filter(({ truth, prediction }) => prediction.garment === truth)) / sum(badged),
    falseBadges: sum(ofNone.filter(isBadged)) / sum(ofNone),
  }
}

/** Mean negative logarithm of the probability of the truth, by weight. */
export function lossOf(judged: readonly Named[]): number {
  const weight = judged.reduce((total, one) => total + one.weight, 0)
  const loss = judged.reduce((total, { truth, prediction, weight }) => {
    return total - weight * Math.log(Math.max(prediction.probabilities[classes.indexOf(truth)] ?? 0, 1e-12))
  }, 0)
  return loss / weight
}
