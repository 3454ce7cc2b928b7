import { type Answer, type Answered, isAnswered } from '../../../apparel/answer.ts'
import { type BadgeChoice, isBadged } from '../../../apparel/badge-choice.ts'

/** The answer if it gets a badge; otherwise undefined. */
export function badgedAnswer(answer: Answer | undefined, choice: BadgeChoice): Answered | undefined {
  return answer && isAnswered(answer) && isBadged(answer.prediction, choice) ? answer : undefined
}
