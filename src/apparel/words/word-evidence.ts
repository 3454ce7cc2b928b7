import { type ApparelClass, classes, NONE } from '../classes.ts'
import type { Kind } from '../kinds.ts'
import { exp, log } from '../math/exp-log.ts'
import type { Prediction } from '../prediction.ts'

/** What the words beside a picture name: one of the ten garments, or something that is none of them. */
export interface WordEvidence {
  className: ApparelClass
  /** The kind that they name, if it is one that the network knows. */
  kind?: Kind
}

/** How much words count, in log-odds (natural logarithm, 0 or above), measured on the validation split. */
export interface WordPrior {
  /** What the name of one of the ten adds to that garment. */
  garment: number
  /** What the name of another thing adds to *none*. */
  none: number
  /** What the name of a kind adds to that kind. */
  kind: number
}

/** From this probability on, of a garment or of *none*, a page's words change nothing. */
export const SURE = 0.9
/** A badge's garment yields only to a class that the picture itself makes at least a third as probable. */
const CLOSE = 3
/** A badge that a name speaks against keeps this lead over *none*, so that it may go but is never turned round. */
const LEAD = 1.01

/**
 * The probabilities of the eleven classes once the words are heard. Names are often wrong, so the picture keeps the last word:
 * a sure answer stays, and a badge's garment gives way only to one that is close.
 * @returns probabilities that sum to 1, or undefined if the words change nothing
 */
export function withWords(picture: Prediction, { className }: WordEvidence, prior: WordPrior): number[] | undefined {
  const logOdds = boundedLogOdds(picture, classes.indexOf(className), prior)
  if (logOdds <= 0) return undefined
  const weighted = picture.probabilities.map((probability, i) =>
    classes[i] === className ? probability * exp(logOdds) : probability,
  )
  const sum = weighted.reduce((a, b) => a + b, 0)
  return weighted.map(weight => weight / sum)
}

/** @param named index of the named class */
function boundedLogOdds(
  { verdict, garment, confidence, probabilities }: Prediction,
  named: number,
  prior: WordPrior,
): number {
  if (Math.max(...probabilities) >= SURE) return 0
  const full = named === NONE ? prior.none : prior.garment
  if (verdict !== 'garment' || classes[named] === garment) return full
  const probability = probabilities[named] ?? 0
  if (probability * CLOSE >= confidence) return full
  return named === NONE ? Math.min(full, log(confidence / LEAD / probability)) : 0
}
