import type { KindHead } from '../apparel/kind-answer.ts'
import type { Kind } from '../apparel/kinds.ts'
import { softmax } from '../apparel/softmax.ts'

/** Kinds whose pictures mostly show a whole figure or several things. */
const SEVERAL: readonly Kind[] = [
  ...(['Person', 'Group', 'Outfit', 'Mixed'] as const),
  ...(['Suit', 'Dress', 'Jumpsuit', 'Kurta', 'Saree', 'Coat'] as const),
]
/** Least probability of these kinds together: 95 in 100 street photographs of the training data reach it. */
const LEAST_SHARE = 0.2
/** Garments in smaller pictures are too small to be told apart. */
const LEAST_SIDE_PX = 160

/**
 * Whether a picture probably shows several garments, so that a search for each is worth its time.
 * @param kinds the classifier's logits of the whole picture, in the order of the head's names
 * @param size of the picture in the file, pixels
 */
export function isWorthSearching(
  kinds: ArrayLike<number>,
  { names, calibration }: KindHead,
  { width, height }: { width: number; height: number },
): boolean {
  if (Math.min(width, height) < LEAST_SIDE_PX) return false
  const probabilities = softmax(kinds, names.length, calibration.temperature)
  const share = probabilities.reduce((sum, one, i) => (isSeveral(names[i]) ? sum + one : sum), 0)
  return share >= LEAST_SHARE
}

function isSeveral(name: string | undefined): boolean {
  return SEVERAL.some(kind => kind === name)
}
