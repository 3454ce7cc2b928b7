import type { Failure } from '../../../apparel/failure.ts'
import type { PictureGarments } from '../../../garments/picture-garments.ts'
import type { HostPort } from '../../../inference/client/host-port.ts'
import type { Priority } from '../../../messages/host-port.ts'
import type { Answers, AskHost, Subject } from '../answers/answers.ts'
import { provenanceOf } from '../answers/provenance.ts'

/** What a search takes from the core. */
export interface SearchCore {
  answers: Pick<Answers, 'askWith'>
  garments: Pick<HostPort, 'findGarments'>
}

/**
 * Asks for each garment in a picture of the page, as for an answer. The history keeps what is found.
 * @returns never rejects. After the signal is aborted it resolves with undefined or never settles. The boxes are fractions of the
 *   picture, or of the crop if the subject's `crop` was called
 */
export function findGarments(
  { answers, garments }: SearchCore,
  subject: Subject,
  priority: Priority,
  signal: AbortSignal,
): Promise<PictureGarments | Failure | undefined> {
  const provenance = provenanceOf(subject.url, priority === 'asked' ? 'asked' : 'auto')
  const askHost: AskHost<PictureGarments> = (source, options) =>
    garments.findGarments({ source, priority, provenance, keep: true, ...options }, signal)
  return answers.askWith(subject, askHost, signal)
}
