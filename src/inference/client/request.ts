import type { Answer } from '../../apparel/answer.ts'
import type { FromHost, Priority, ToHost } from '../../messages/host-port.ts'

/** An open request for a picture. */
export interface Request {
  answer: Promise<Answer>
  prioritise(priority: Priority): void
  /** Cancels the request; `answer` then never settles. */
  cancel(): void
}

type Classify = Extract<ToHost, { type: 'classify' }>

/** What a request may say beside the picture and its priority. */
export type RequestOptions = Omit<Classify, 'type' | 'id' | 'source' | 'priority'>

/** What a lesson may say beside the picture and its name. */
export type LessonOptions = Omit<Extract<ToHost, { type: 'teach' }>, 'type' | 'id' | 'source' | 'said'>

/** A request that the host has not answered. */
export interface PendingRequest {
  message: Classify
  resolve(answer: Answer): void
}

/** The reply to a message that is too large to be sent; undefined if it needs none. */
export function tooLarge(message: ToHost): FromHost | undefined {
  const failure = { failure: 'too_large' } as const
  if (message.type === 'classify') return { type: 'answer', id: message.id, answer: failure }
  return message.type === 'find-garments' ? { type: 'garments', id: message.id, result: failure } : undefined
}
