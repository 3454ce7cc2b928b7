import { type Answer, type Answered, isAnswered, predictionOf } from '../../../apparel/answer.ts'
import { type BadgeChoice, isBadged } from '../../../apparel/badge-choice.ts'

/** The answer if it gets a badge; otherwise undefined. Its prediction is the one that the badge shows. */
export function badgedAnswer(
  answer: Answer | undefined,
  choice: BadgeChoice & { pageWords: boolean },
): Answered | undefined {
  if (!answer || !isAnswered(answer)) return undefined
  const prediction = predictionOf(answer, choice)
  if (!isBadged(prediction, choice)) return undefined
  const { activation, ...rest } = answer
  // The activation map may explain another garment than the words have decided for.
  const isExplained = activation && prediction.garment === answer.prediction.garment
  return { ...rest, prediction, ...(isExplained && { activation }) }
}
