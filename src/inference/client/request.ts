import type { Answer } from '../../apparel/answer.ts'
import type { Priority, ToHost } from '../../messages/host-port.ts'

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

/** A picture to search for garments, and how. */
export type GarmentRequest = Omit<Extract<ToHost, { type: 'find-garments' }>, 'type' | 'id'>

/** What a lesson may say beside the picture and its name. */
export type LessonOptions = Omit<Extract<ToHost, { type: 'teach' }>, 'type' | 'id' | 'source' | 'said'>

/** A request that the host has not answered. */
export interface PendingRequest {
  message: Classify
  resolve(answer: Answer): void
}
