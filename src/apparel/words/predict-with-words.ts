import type { KindHead } from '../kind-answer.ts'
import { refute, sureKind } from '../predict-picture.ts'
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
  const decided = probabilities ? decideAnew(probabilities) : picture
  const isSame = decided.verdict === picture.verdict && decided.garment === picture.garment
  const kind = isSame && picture.kind ? picture.kind : head && namedKind(decided, kinds, evidence, prior, head)
  if (!probabilities && kind === picture.kind) return undefined
  const { kind: _, ...withoutKind } = decided
  return { ...withoutKind, ...(kind && { kind }), byWords: true }

  function decideAnew(probabilities: number[]): Prediction {
    const heard = decide(probabilities, calibration.thresholds)
    if (!head) return heard
    // What speaks against a garment still does, but the name of a garment also supports its kind.
    return refute(heard, evidence.className === 'none' ? kinds : withKindNamed(kinds, evidence, prior, head), head)
  }
}

/** Logits of the kinds, with more for the one that the words name. */
function withKindNamed(kinds: ArrayLike<number>, { kind }: WordEvidence, prior: WordPrior, head: KindHead): number[] {
  const size = prior.kind * head.calibration.temperature
  return head.names.map((name, i) => (kinds[i] ?? 0) + (name === kind ? size : 0))
}

function namedKind(
  decided: Prediction,
  kinds: ArrayLike<number>,
  evidence: WordEvidence,
  prior: WordPrior,
  head: KindHead,
): Prediction['kind'] {
  // No name may make a badge for something beside the ten.
  const supported = decided.verdict === 'garment' ? withKindNamed(kinds, evidence, prior, head) : kinds
  return sureKind(decided, supported, head)
}
