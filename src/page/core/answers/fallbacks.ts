import type { Failure, FailureReason } from '../../../apparel/failure.ts'
import type { RequestOptions } from '../../../inference/client/request.ts'
import type { PictureSource } from '../../../messages/host-port.ts'

/** A way to get at a picture's pixels. */
export type Step =
  /** The host fetches the URL: only what the user has granted, without cookies and referrer. */
  | 'host'
  /** The same, telling the picture's server which site shows it, as the page does; many servers refuse strangers. */
  | 'referrer'
  /** The page's own copy: a file that the page may read, or a drawing of what it shows. */
  | 'page'
  /** The host once more, with more time: the page has loaded the picture, so its server answers in the end. */
  | 'patience'
  /** A crop of the screen. */
  | 'screen'

/** The facts that decide which steps make sense. */
export interface Circumstances {
  /** URL of the picture; '' if it has none. */
  url: string
  /** Whether the user has asked, so that the screen may be captured. */
  mayCrop: boolean
  /** Whether the picture's server is known to refuse strangers. */
  isGuarded: boolean
}

/** Implements each step. */
export interface Ways<Result extends object> {
  /** Never resolves once the request is withdrawn. */
  askHost(source: PictureSource, options?: Pick<RequestOptions, 'asPage' | 'isPatient'>): Promise<Result | Failure>
  /** Whether the page's referrer policy lets it tell its origin. */
  mayTellOrigin(): Promise<boolean>
  /** Whether the page has loaded the picture. */
  isLoaded(): boolean
  /**
   * Resolves with a Failure if the reason is known, or with undefined if the browser forbids reading the picture.
   * @param isChanged whether its URL stands for another picture by now
   */
  readInPage(isChanged: boolean): Promise<Blob | Failure | undefined>
  /** Undefined if the screen does not show enough of the picture. May reject. */
  crop(): Promise<Blob | undefined>
}

/** Only URLs on the web are the host's; it leaves `data:` and `blob:` to the page that made them. */
export function firstStep({ url, isGuarded }: Circumstances): Step {
  if (!/^https?:/.test(url)) return 'page'
  return isGuarded ? 'referrer' : 'host'
}

/** HTTP statuses that a referrer may change: those of refusals, but not 404 and 410, not found and gone. */
const MAY_BE_FORBIDDEN = /^4(?!04|10)/

/**
 * The step to take after another one has failed; undefined if none would do better. The page may read what its server
 * denies the host, and a picture that the page shows cannot be missing or damaged, whatever the host was sent instead.
 */
export function nextStep(
  failed: Step,
  { failure, detail = '' }: Failure,
  { mayCrop }: Circumstances,
): Step | undefined {
  if (failed === 'screen' || failed === 'patience') return undefined
  if (failed === 'page') return mayCrop ? 'screen' : failure === 'timed_out' ? 'patience' : undefined
  if (failed === 'host' && failure === 'refused' && MAY_BE_FORBIDDEN.test(detail)) return 'referrer'
  return mayBeReadInPage(failure) ? 'page' : undefined
}

/** Whether the page may have a better copy of a picture: not of one that is too large, nor for a broken network. */
export function mayBeReadInPage(failure: FailureReason): boolean {
  return !['too_large', 'too_many_pixels', 'network_failed'].includes(failure)
}

/**
 * Asks about a picture, step by step until one has an answer.
 * @returns the answer, else the failure of the last step that has a reason to give; undefined once the signal is aborted
 */
export async function answerWithFallbacks<Result extends object>(
  circumstances: Circumstances,
  ways: Ways<Result>,
  signal: AbortSignal,
): Promise<Result | Failure | undefined> {
  let last: Failure = { failure: 'unreachable' }
  let step: Step | undefined = firstStep(circumstances)
  while (step) {
    const answer: Result | Failure | undefined = await take(step, circumstances.url, last, ways, signal)
    if (signal.aborted) return undefined
    if (answer && !isFailure(answer)) return answer
    last = answer ?? last
    step = nextStep(step, last, circumstances)
  }
  return last
}

/** Whether there is a reason instead of a result. */
export function isFailure(result: object): result is Failure {
  return 'failure' in result
}

async function take<Result extends object>(
  step: Step,
  url: string,
  last: Failure,
  ways: Ways<Result>,
  signal: AbortSignal,
): Promise<Result | Failure | undefined> {
  if (step === 'host') return ways.askHost({ url })
  if (step === 'referrer') return (await ways.mayTellOrigin()) ? ways.askHost({ url }, { asPage: true }) : undefined
  if (step === 'patience') return ways.isLoaded() ? ways.askHost({ url }, { isPatient: true }) : undefined
  const read = step === 'page' ? ways.readInPage(last.failure === 'other_picture') : ways.crop()
  const pixels = await read.catch(() => undefined)
  if (!(pixels instanceof Blob)) return pixels
  if (signal.aborted) return undefined
  const answer = await ways.askHost({ bytes: pixels })
  return step === 'screen' ? withoutActivation(answer) : answer
}

/** The activation map of a crop does not fit the whole picture. */
function withoutActivation<Result extends object>(answer: Result): Result {
  const { activation: _, ...rest } = answer as Result & { activation?: unknown }
  return rest as Result
}
