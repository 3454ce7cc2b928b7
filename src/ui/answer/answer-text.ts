import { type Answer, isAnswered } from '../../apparel/answer.ts'
import { className } from '../../i18n/class-name.ts'
import { failureText } from '../../i18n/failure-text.ts'
import { text } from '../../i18n/text.ts'

/** Puts an answer into one line of text. @param answer undefined while the network is working */
export function answerText(answer: Answer | undefined): string {
  if (!answer) return text('answer_looking')
  if (!isAnswered(answer)) return failureText(answer)
  const { verdict, garment } = answer.prediction
  if (verdict === 'none') return text('answer_none')
  return verdict === 'unsure' ? text('answer_unsure', className(garment)) : className(garment)
}
