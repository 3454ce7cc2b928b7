import { type Answer, isAnswered } from '../../apparel/answer.ts'
import { headline } from '../../i18n/answer-words.ts'
import { failureText } from '../../i18n/failure-text.ts'
import { text } from '../../i18n/text.ts'

/** Puts an answer into one line of text. @param answer undefined while the network is working */
export function answerText(answer: Answer | undefined): string {
  if (!answer) return text('answer_looking')
  return isAnswered(answer) ? headline(answer.prediction) : failureText(answer)
}
