import { isAnswered } from '../../../apparel/answer.ts'
import type { Failure } from '../../../apparel/failure.ts'
import type { SaidByName } from '../../../learning/said.ts'
import type { Taught } from '../../../messages/host-port.ts'
import type { Subject } from '../answers/answers.ts'
import { answerWithFallbacks } from '../answers/fallbacks.ts'
import { isLoaded, pageCopyOf } from '../answers/page-copy.ts'
import { provenanceOf } from '../answers/provenance.ts'
import { readInPage } from '../answers/read-in-page.ts'
import { mayTellOrigin } from '../answers/referrer-policy.ts'
import type { PageCore } from '../page-core.ts'

/**
 * Tells the host what a picture shows. The picture is read by the same steps as for an answer, so that what is learned is what
 * was seen. A lesson that has been sent cannot be withdrawn, only taken back.
 * @returns why it could not be learned, if it could not
 */
export async function teachPicture(
  { url, picture, crop }: Subject,
  said: SaidByName,
  { lessons, overlay }: Pick<PageCore, 'lessons' | 'overlay'>,
): Promise<Taught | Failure> {
  const shown = picture ?? { url }
  const { pageUrl } = provenanceOf(url, 'asked')
  const mayTell = () => mayTellOrigin(picture, overlay)
  const { signal } = new AbortController()
  let taught: Taught | undefined
  const answer = await answerWithFallbacks(
    { url, mayCrop: crop !== undefined, isGuarded: false },
    {
      askHost: async (source, options = {}) => {
        const copy = 'url' in source ? pageCopyOf(shown) : undefined
        const result = await lessons.teach(source, said, { pageUrl, copy, ...options })
        if ('failure' in result) return result
        taught = result
        return result.answer
      },
      mayTellOrigin: mayTell,
      isLoaded: () => isLoaded(shown),
      readInPage: isChanged => readInPage(shown, isChanged, mayTell, signal),
      crop: async () => crop?.(),
    },
    signal,
  )
  return taught ?? (answer && !isAnswered(answer) ? answer : { failure: 'network_failed' })
}
