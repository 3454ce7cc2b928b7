import type { Answer } from '../../../apparel/answer.ts'
import type { Failure } from '../../../apparel/failure.ts'
import { onAbort } from '../../../async/on-abort.ts'
import type { HostPort } from '../../../inference/client/host-port.ts'
import type { Request, RequestOptions } from '../../../inference/client/request.ts'
import type { PictureSource, Priority } from '../../../messages/host-port.ts'
import type { Choices } from '../choices.ts'
import type { Box } from '../dom/box.ts'
import type { Picture } from '../find/picture.ts'
import type { Overlay } from '../overlay/overlay.ts'
import { wordsBeside } from '../words/beside-picture.ts'
import { answerWithFallbacks, isFailure, type Ways } from './fallbacks.ts'
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
  /** Where a part of the screen is by now that the user has marked, in pixels of the viewport. */
  place?: () => Box
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
  /**
   * Asks the host something else about a picture, with the same fallbacks.
   * @returns never rejects. After the signal is aborted it resolves with undefined or never settles
   */
  askWith<Result extends object>(
    subject: Subject,
    askHost: AskHost<Result>,
    signal: AbortSignal,
  ): Promise<Result | Failure | undefined>
}

/** Asks the host about one source, as a step of the fallbacks. */
export type AskHost<Result> = (
  source: PictureSource,
  options: Pick<RequestOptions, 'copy' | 'asPage' | 'isPatient'>,
) => Promise<Result | Failure>

export function createAnswers(port: HostPort, overlay: Overlay, choices: Choices): Answers {
  /** Origins of servers that need the page's referrer. For these the first attempt, which would fail, is skipped. */
  const guarded = new Set<string | undefined>()

  function askWith<Result extends object>(
    { url, picture, crop }: Subject,
    askHost: AskHost<Result>,
    signal: AbortSignal,
  ): Promise<Result | Failure | undefined> {
    const origin = originOf(url)
    const shown = picture ?? { url }
    const mayTell = () => mayTellOrigin(picture, overlay)
    const ways: Ways<Result> = {
      askHost: async (source, options = {}) => {
        const copy = 'url' in source ? pageCopyOf(shown) : undefined
        const result = await askHost(source, { copy, ...options })
        if (options.asPage && !isFailure(result)) guarded.add(origin)
        return result
      },
      mayTellOrigin: mayTell,
      isLoaded: () => isLoaded(shown),
      readInPage: isChanged => readInPage(shown, isChanged, mayTell, signal),
      crop: async () => crop?.(),
    }
    return answerWithFallbacks({ url, mayCrop: crop !== undefined, isGuarded: guarded.has(origin) }, ways, signal)
  }

  return {
    ask: (subject, priority, signal) => {
      const { url, picture } = subject
      const isAsked = priority === 'asked'
      const provenance = provenanceOf(url, isAsked ? 'asked' : 'auto')
      // A person who asks about a picture wants to know what it shows, not what the page says.
      const words = picture && !isAsked && choices.current().pageWords && wordsBeside(picture)
      let current = priority
      let request: Request | undefined
      onAbort(signal, () => request?.cancel())
      const askHost: AskHost<Exclude<Answer, Failure>> = (source, options) => {
        const { kinds } = choices.current()
        request = port.ask(source, current, { provenance, kinds, ...(words && { words }), ...options })
        return request.answer
      }
      return {
        answer: askWith(subject, askHost, signal),
        prioritise: to => {
          current = to
          request?.prioritise(to)
        },
      }
    },
    askWith,
  }
}
