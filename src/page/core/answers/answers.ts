import type { Answer } from '../../../apparel/answer.ts'
import { onAbort } from '../../../async/on-abort.ts'
import type { HostPort, Request } from '../../../inference/client/host-port.ts'
import type { PictureSource, Priority } from '../../../messages/host-port.ts'
import type { Picture } from '../find/picture.ts'
import type { Overlay } from '../overlay/overlay.ts'
import { cropFromScreen } from './crop-from-screen.ts'
import { answerWithFallbacks } from './fallbacks.ts'
import { provenanceOf } from './provenance.ts'
import { readInPage } from './read-in-page.ts'

/** What to ask about. */
export interface Subject {
  /** '' where the picture has none. */
  url: string
  /** The picture as the page shows it. Undefined where it is not known which element shows the URL. */
  picture: Picture | undefined
}

/** A request that has been sent. */
export interface AnswerRequest {
  /** Never rejects. Resolves with undefined, if at all, once the signal is aborted. */
  answer: Promise<Answer | undefined>
  prioritise(priority: Priority): void
}

/** Asks what garment a picture shows. */
export interface Answers {
  /**
   * Asks the host, then the fallbacks.
   * @param priority `asked` stands for a person's request, for which the screen may be captured
   * @param signal withdraws the request
   */
  ask(subject: Subject, priority: Priority, signal: AbortSignal): AnswerRequest
}

export function createAnswers(port: HostPort, overlay: Overlay): Answers {
  return {
    ask: ({ url, picture }, priority, signal) => {
      const isAsked = priority === 'asked'
      const provenance = provenanceOf(url, isAsked ? 'asked' : 'auto')
      let current = priority
      let request: Request | undefined
      onAbort(signal, () => request?.cancel())
      const answer = answerWithFallbacks(
        { url, isShown: picture !== undefined, mayCrop: isAsked },
        {
          askHost: (source: PictureSource) => {
            request = port.ask(source, current, provenance)
            return request.answer
          },
          readInPage: () => readInPage(url, picture?.drawable, signal),
          crop: async () => picture && cropFromScreen(picture.element, overlay),
        },
        signal,
      )
      return {
        answer,
        prioritise: to => {
          current = to
          request?.prioritise(to)
        },
      }
    },
  }
}
