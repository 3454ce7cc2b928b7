import type { Answer } from '../../../apparel/answer.ts'
import type { PictureSource } from '../../../messages/host-port.ts'
import { letIn } from '../../let-in.ts'
import type { Picture } from '../find/picture.ts'

/**
 * The host's answer on a picture: by its URL where it is on the web, else by the bytes that only this page has.
 * @param ask asks the host; never answers once the question is withdrawn
 * @returns undefined once the signal is aborted
 */
export async function answerOn(
  picture: Picture,
  ask: (source: PictureSource) => Promise<Answer>,
  signal: AbortSignal,
): Promise<Answer | undefined> {
  const answer = isOnWeb(picture.url) ? await ask({ url: picture.url }) : undefined
  if (signal.aborted) return undefined
  if (answer && !pageMayKnowMore(answer)) return answer
  const readHere = await letIn('readHere')
  const here = await readHere?.(picture.url, picture.drawable, signal)
  if (signal.aborted) return undefined
  if (!(here instanceof Blob)) return answer ?? here ?? { failure: 'unreachable' }
  const second = await ask({ bytes: here })
  return signal.aborted ? undefined : second
}

function isOnWeb(url: string): boolean {
  return /^https?:/.test(url)
}

/**
 * The host reads only what the person has granted, and without cookies and referrer; the page may be let in where the host
 * was not. Drawings it leaves to the page altogether.
 */
function pageMayKnowMore(answer: Answer): boolean {
  return 'failure' in answer && ['unreachable', 'refused', 'drawing'].includes(answer.failure)
}
