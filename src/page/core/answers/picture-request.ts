import type { Answer } from '../../../apparel/answer.ts'
import { type Priority, priorities } from '../../../messages/host-port.ts'
import type { Picture } from '../find/picture.ts'
import type { AnswerRequest, Answers } from './answers.ts'
import { mayBeReadInPage } from './fallbacks.ts'
import { isLoaded } from './page-copy.ts'

/** One request about a picture, however many elements of the page show it. */
export class PictureRequest {
  /** Elements that show the picture. */
  readonly elements = new Set<Element>()
  answer: Answer | undefined
  #wanted = new Map<Element, Priority>()
  /** The picture in the element that wanted an answer last. */
  #picture: Picture | undefined
  #open: { request: AnswerRequest; end: AbortController } | undefined
  /** Whether the page had loaded the picture when it was asked about. */
  #wasLoaded = false
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
    if (this.answer && !this.#hasCome(this.answer, picture)) return
    this.answer = undefined
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
    this.#wasLoaded = isLoaded(picture)
    const request = this.#answers.ask({ url: picture.url, picture }, this.#highest(), end.signal)
    this.#open = { request, end }
    const answer = await request.answer
    if (!answer) return
    this.#open = undefined
    this.answer = answer
    this.#onAnswer(this)
  }

  /** Whether the page has loaded a picture that could not be read since it was asked about, as where its server is slow: now its copy is there. */
  #hasCome(answer: Answer, picture: Picture): boolean {
    return 'failure' in answer && !this.#wasLoaded && mayBeReadInPage(answer.failure) && isLoaded(picture)
  }

  #highest(): Priority {
    const wanted = new Set(this.#wanted.values())
    return priorities.find(priority => wanted.has(priority)) ?? 'later'
  }
}

/** A failure that may not occur again. */
function mayPass(answer: Answer): boolean {
  return 'failure' in answer && ['timed_out', 'busy', 'network_failed'].includes(answer.failure)
}

/** Whether the answer is a failure that a new permission may resolve. */
export function mayBeGranted(answer: Answer): boolean {
  return 'failure' in answer && (answer.failure === 'unreachable' || answer.failure === 'refused')
}
