import type { Answer } from '../../../apparel/answer.ts'
import { type Priority, priorities } from '../../../messages/host-port.ts'
import type { Picture } from '../find/picture.ts'
import type { AnswerRequest, Answers } from './answers.ts'

/** One request about a picture, however many elements of the page show it. */
export class PictureRequest {
  /** Elements that show the picture. */
  readonly elements = new Set<Element>()
  answer: Answer | undefined
  #wanted = new Map<Element, Priority>()
  /** The picture in the element that wanted an answer last. */
  #picture: Picture | undefined
  #open: { request: AnswerRequest; end: AbortController } | undefined
  readonly #answers: Answers
  readonly #onAnswer: (request: PictureRequest) => void

  constructor(answers: Answers, onAnswer: (request: PictureRequest) => void) {
    this.#answers = answers
    this.#onAnswer = onAnswer
  }

  /** Notes that an element wants the answer, or that its priority has changed. */
  want(picture: Picture, priority: Priority): void {
    this.#wanted.set(picture.element, priority)
    this.#picture = picture
    if (this.answer) return
    if (this.#open) this.#open.request.prioritise(this.#highest())
    else void this.#ask(picture)
  }

  /**
   * Notes that an element no longer wants the answer. When none does, this withdraws an open request and forgets a temporary
   * failure.
   */
  release(element: Element): void {
    if (!this.#wanted.delete(element)) return
    if (this.#wanted.size > 0) {
      this.#open?.request.prioritise(this.#highest())
      return
    }
    this.#open?.end.abort()
    this.#open = undefined
    if (this.answer && mayPass(this.answer)) this.answer = undefined
  }

  /** Asks again if the answer may be another now. */
  retry(mayDiffer: (answer: Answer) => boolean): void {
    if (!this.answer || !mayDiffer(this.answer)) return
    this.answer = undefined
    if (this.#picture && this.#wanted.size > 0) void this.#ask(this.#picture)
  }

  isWantedBy(element: Element): boolean {
    return this.#wanted.has(element)
  }

  async #ask(picture: Picture): Promise<void> {
    const end = new AbortController()
    const request = this.#answers.ask({ url: picture.url, picture }, this.#highest(), end.signal)
    this.#open = { request, end }
    const answer = await request.answer
    if (!answer) return
    this.#open = undefined
    this.answer = answer
    this.#onAnswer(this)
  }

  #highest(): Priority {
    const wanted = new Set(this.#wanted.values())
    return priorities.find(priority => wanted.has(priority)) ?? 'later'
  }
}

/** A failure that may not occur again. */
function mayPass(answer: Answer): boolean {
  return 'failure' in answer && (answer.failure === 'timed_out' || answer.failure === 'network_failed')
}

/** Whether the answer is a failure that a new permission may resolve. */
export function mayBeGranted(answer: Answer): boolean {
  return 'failure' in answer && (answer.failure === 'unreachable' || answer.failure === 'refused')
}
