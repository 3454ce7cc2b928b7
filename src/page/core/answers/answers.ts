import type { Answer } from '../../../apparel/answer.ts'
import { onAbort } from '../../../async/on-abort.ts'
import type { HostPort, Request } from '../../../inference/client/host-port.ts'
import type { PictureSource, Priority } from '../../../messages/host-port.ts'
import type { Choices } from '../choices.ts'
import type { Picture } from '../find/picture.ts'
import type { Overlay } from '../overlay/overlay.ts'
import { cropFromScreen } from './crop-from-screen.ts'
import { answerWithFallbacks } from './fallbacks.ts'
import { provenanceOf } from './provenance.ts'
import { readInPage } from './read-in-page.ts'

/** The picture that a request is about. */
export interface Subject {
  /** URL of the picture; '' if it has none. */
  url: string
  /** The picture as the page shows it; undefined if no known element shows the URL. */
  picture: Picture | undefined
}

/** A request that has been sent. */
export interface AnswerRequest {
  /** Never rejects. After the signal is aborted it resolves with undefined or never settles. */
  answer: Promise<Answer | undefined>
  prioritise(priority: Priority): void
}

/** Asks what garment a picture shows. */
export interface Answers {
  /**
   * Asks the host, and tries the fallbacks if it fails.
   * @param priority `asked` means the user's request, which permits a capture of the screen
   * @param signal withdraws the request
   */
  ask(subject: Subject, priority: Priority, signal: AbortSignal): AnswerRequest
}

export function createAnswers(port: HostPort, overlay: Overlay, choices: Choices): Answers {
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
            request = port.ask(source, current, { provenance, kinds: choices.current().kinds })
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
