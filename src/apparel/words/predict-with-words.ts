import { type KindHead, kindOf } from '../kind-answer.ts'
import { type Calibration, decide, type Prediction } from '../prediction.ts'
import { type WordEvidence, type WordPrior, withWords } from './word-evidence.ts'

/**
 * The answer about a picture once the words beside it are heard. They also support the kind that they name, where the picture
 * alone was not sure of one.
 * @param kinds logits in the order of the card's kinds; empty if the network knows none
 * @returns undefined if the words change nothing
 */
export function predictWithWords(
  picture: Prediction,
  kinds: ArrayLike<number>,
  evidence: WordEvidence,
  prior: WordPrior,
  { calibration, kinds: head }: { calibration: Calibration; kinds?: KindHead },
): Prediction | undefined {
  const probabilities = withWords(picture, evidence, prior)
  const decided = decide(probabilities ?? picture.probabilities, calibration.thresholds)
  const isSame = decided.verdict === picture.verdict && decided.garment === picture.garment
  const kind = isSame && picture.kind ? picture.kind : head && namedKind(decided, kinds, evidence, prior, head)
  if (!probabilities && kind === picture.kind) return undefined
  return { ...decided, ...(kind && { kind }), byWords: true }
}

function namedKind(
  { verdict, garment }: Prediction,
  logits: ArrayLike<number>,
  { kind }: WordEvidence,
  prior: WordPrior,
  head: KindHead,
): Prediction['kind'] {
  if (verdict === 'unsure') return undefined
  // No name may make a badge for something beside the ten.
  const size = verdict === 'garment' ? prior.kind * head.calibration.temperature : 0
  const supported = head.names.map((name, i) => (logits[i] ?? 0) + (name === kind ? size : 0))
  const said = kindOf(supported, verdict === 'none' ? 'none' : garment, head)
  return said?.isSure ? { name: said.kind, confidence: said.confidence } : undefined
}
