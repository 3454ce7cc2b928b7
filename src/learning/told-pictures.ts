import type { Example } from './example.ts'
import { averagesOf, type Fingerprint, isSamePicture, mayBeSamePicture } from './fingerprint.ts'

/**
 * Finds the pictures about which the user has said something.
 * @param examples from the first to be found to the last
 */
export function createToldPictures(examples: readonly Example[]): (picture: Fingerprint) => Example | undefined {
  const known = examples.map(example => ({ example, averages: averagesOf(example.fingerprint) }))
  return picture => {
    const averages = averagesOf(picture)
    return known.find(
      one => mayBeSamePicture(one.averages, averages) && isSamePicture(one.example.fingerprint, picture),
    )?.example
  }
}
