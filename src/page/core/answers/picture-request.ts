import type { Answer } from '../../../apparel/answer.ts'
import type { HostPort, Request } from '../../../inference/client/host-port.ts'
import { type Priority, priorities } from '../../../messages/host-port.ts'
import type { Picture } from '../find/picture.ts'
import { answerOn } from './fallbacks.ts'
import { provenanceOf } from './provenance.ts'

/** What a picture is: asked once, in however many places the page shows it. */
export class Question {
  /** Elements that show the picture. */
  readonly places = new Set<Element>()
  answer: Answer | undefined
  #wanted = new Map<Element, Priority>()
  /** As the last place shows it that has wanted it. */
  #picture: Picture | undefined
  /** While it is open. */
  #asking: AbortController | undefined
  #request: Request | undefined
  readonly #port: HostPort
  readonly #onAnswer: (question: Question) => void

  constructor(port: HostPort, onAnswer: (question: Question) => void) {
    this.#port = port
    this.#onAnswer = onAnswer
  }

  /** A place near the screen wants the answer; also called again when its priority changes. */
  want(picture: Picture, priority: Priority): void {
    this.#wanted.set(picture.element, priority)
    this.#picture = picture
    if (this.answer) return
    if (this.#asking) this.#request?.prioritise(this.#highest())
    else void this.#ask(picture)
  }

  /** A place can do without: with the last one an open question is withdrawn, and a failure that may pass forgotten. */
  release(place: Element): void {
    if (!this.#wanted.delete(place)) return
    if (this.#wanted.size > 0) {
      this.#request?.prioritise(this.#highest())
      return
    }
    this.#asking?.abort()
    this.#request?.cancel()
    this.#asking = this.#request = undefined
    if (this.answer && mayPass(this.answer)) this.answer = undefined
  }

  /** More may be read by now: asks again what could not be read. */
  retry(): void {
    if (!this.answer || !mayBeReadLater(this.answer)) return
    this.answer = undefined
    if (this.#picture && this.#wanted.size > 0) void this.#ask(this.#picture)
  }

  isWantedAt(place: Element): boolean {
    return this.#wanted.has(place)
  }

  async #ask(picture: Picture): Promise<void> {
    const asking = new AbortController()
    this.#asking = asking
    const provenance = provenanceOf(picture.url, 'auto')
    const answer = await answerOn(
      picture,
      source => {
        this.#request = this.#port.ask(source, this.#highest(), provenance)
        return this.#request.answer
      },
      asking.signal,
    )
    if (!answer) return
    this.#asking = this.#request = undefined
    this.answer = answer
    this.#onAnswer(this)
  }

  #highest(): Priority {
    const wanted = new Set(this.#wanted.values())
    return priorities.find(priority => wanted.has(priority)) ?? 'later'
  }
}

/** A failure that may be none the next time. */
function mayPass(answer: Answer): boolean {
  return 'failure' in answer && (answer.failure === 'timed_out' || answer.failure === 'network_failed')
}

/** A failure that a person's consent may end. */
function mayBeReadLater(answer: Answer): boolean {
  return 'failure' in answer && (answer.failure === 'unreachable' || answer.failure === 'refused')
}
