import type { Answer, PictureSource } from '../messages.ts'
import type { Picture } from './find/picture.ts'
import { pageMayKnowMore, readHere } from './read-here.ts'

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
  const here = await readHere(picture.url, picture.drawable, signal)
  if (signal.aborted) return undefined
  if (!(here instanceof Blob)) return answer ?? here ?? { failure: 'unreachable' }
  const second = await ask({ bytes: here })
  return signal.aborted ? undefined : second
}

function isOnWeb(url: string): boolean {
  return /^https?:/.test(url)
}
