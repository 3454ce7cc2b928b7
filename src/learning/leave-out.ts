import { labelOf, type Prediction } from '../apparel/prediction.ts'
import type { Example } from './example.ts'
import { isSamePicture } from './fingerprint.ts'
import type { Learner } from './learn.ts'
import type { Said } from './said.ts'

/** How many pictures of a kind are recognised by the others. */
export interface Recognition {
  recognised: number
  of: number
}

/** Learners to make at most. Up to so many examples are left out one by one, more in groups. */
const MAX_LEARNERS = 40

/**
 * Tests what was taught on the examples themselves: each is shown to a learner that has seen the others, but neither it nor a
 * copy of it. Yields after each learner, because making them all takes seconds.
 * @param learnFrom makes a learner from some of the examples
 * @returns by `saidKey`
 */
export function* leaveOut(
  examples: readonly Example[],
  learnFrom: (examples: readonly Example[]) => Learner,
): Generator<void, Map<string, Recognition>> {
  const results = new Map<string, Recognition>()
  const groupCount = Math.min(MAX_LEARNERS, examples.length)
  for (let group = 0; group < groupCount; group++) {
    const tested = examples.filter((_, i) => i % groupCount === group)
    const isKnown = ({ fingerprint }: Example) => tested.some(one => isSamePicture(one.fingerprint, fingerprint))
    const learner = learnFrom(examples.filter(example => !isKnown(example)))
    for (const example of tested) {
      const key = saidKey(example.says)
      const { recognised, of } = results.get(key) ?? { recognised: 0, of: 0 }
      const isRecognised = isAnswer(learner.conclude(example), example.says)
      results.set(key, { recognised: recognised + Number(isRecognised), of: of + 1 })
    }
    yield
  }
  return results
}

/** Identifies what was said: equal for examples of the same class and kind, or of the same own kind. */
export function saidKey(says: Said): string {
  return 'own' in says ? `own ${says.own}` : `${says.label} ${says.kind ?? ''}`
}

/** Whether an answer agrees with what was said. Of a shipped class the kind may differ. */
function isAnswer(prediction: Prediction, says: Said): boolean {
  if ('own' in says) return prediction.own?.id === says.own
  return prediction.own === undefined && labelOf(prediction) === says.label
}
