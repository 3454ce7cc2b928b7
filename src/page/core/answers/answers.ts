import { type Answer, isAnswered } from '../../../apparel/answer.ts'
import { onAbort } from '../../../async/on-abort.ts'
import type { HostPort } from '../../../inference/client/host-port.ts'
import type { Request } from '../../../inference/client/request.ts'
import type { PictureSource, Priority } from '../../../messages/host-port.ts'
import type { Choices } from '../choices.ts'
import type { Picture } from '../find/picture.ts'
import type { Overlay } from '../overlay/overlay.ts'
import { wordsBeside } from '../words/beside-picture.ts'
import { answerWithFallbacks } from './fallbacks.ts'
import { isLoaded, originOf, pageCopyOf } from './page-copy.ts'
import { provenanceOf } from './provenance.ts'
import { readInPage } from './read-in-page.ts'
import { mayTellOrigin } from './referrer-policy.ts'

/** The picture that a request is about. */
export interface Subject {
  /** URL of the picture; '' if it has none. */
  url: string
  /** The picture as the page shows it; undefined if no known element shows the URL. */
  picture: Picture | undefined
  /** Crops what is seen of the picture from the screen, which only the user's click permits. May reject. */
  crop?: () => Promise<Blob | undefined>
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
   * @param priority `asked` means the user's request
   * @param signal withdraws the request
   */
  ask(subject: Subject, priority: Priority, signal: AbortSignal): AnswerRequest
}

export function createAnswers(port: HostPort, overlay: Overlay, choices: Choices): Answers {
  /** Origins of servers that need the page's referrer. For these the first attempt, which would fail, is skipped. */
  const guarded = new Set<string | undefined>()
  return {
    ask: ({ url, picture, crop }, priority, signal) => {
      const isAsked = priority === 'asked'
      const provenance = provenanceOf(url, isAsked ? 'asked' : 'auto')
      const origin = originOf(url)
      const shown = picture ?? { url }
      const mayTell = () => mayTellOrigin(picture, overlay)
      // A person who asks about a picture wants to know what it shows, not what the page says.
      const words = picture && !isAsked && choices.current().pageWords && wordsBeside(picture)
      let current = priority
      let request: Request | undefined
      onAbort(signal, () => request?.cancel())
      const answer = answerWithFallbacks(
        { url, mayCrop: crop !== undefined, isGuarded: guarded.has(origin) },
        {
          askHost: async (source: PictureSource, options = {}) => {
            const copy = 'url' in source ? pageCopyOf(shown) : undefined
            request = port.ask(source, current, {
              provenance,
              kinds: choices.current().kinds,
              copy,
              ...(words && { words }),
              ...options,
            })
            const answer = await request.answer
            if (options.asPage && isAnswered(answer)) guarded.add(origin)
            return answer
          },
          mayTellOrigin: mayTell,
          isLoaded: () => isLoaded(shown),
          readInPage: isChanged => readInPage(shown, isChanged, mayTell, signal),
          crop: async () => crop?.(),
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
