/** Share of the classifier in a garment's score. */
const CLASSIFIER_SHARE = 0.1
/** Stands in for a probability of 0. */
const TINY = 1e-6

/**
 * The score of a found garment: the weighted geometric mean of what the detector says of its place in the picture and the
 * classifier of its crop.
 * @param detector 0..1
 * @param classifier probability of the garment, 0..1
 */
export function scoreOf(detector: number, classifier: number): number {
  return detector ** (1 - CLASSIFIER_SHARE) * Math.max(classifier, TINY) ** CLASSIFIER_SHARE
}

/** The detector's score below which no garment reaches a score, whatever the classifier says. */
export function leastDetectorScore(score: number): number {
  return score ** (1 / (1 - CLASSIFIER_SHARE))
}
