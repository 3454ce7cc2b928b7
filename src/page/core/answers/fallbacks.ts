import { type Answer, isAnswered } from '../../../apparel/answer.ts'
import type { Failure, FailureReason } from '../../../apparel/failure.ts'
import type { PictureSource } from '../../../messages/host-port.ts'

/** A way to get at a picture's pixels. */
export type Step =
  /** The host fetches the URL: only what the user has granted, without cookies and referrer. */
  | 'host'
  /** The page's own copy: a file that the page may read, or a drawing of what it shows. */
  | 'page'
  /** A crop of the screen. */
  | 'screen'

/** The facts that decide which steps make sense. */
export interface Circumstances {
  /** URL of the picture; '' if it has none. */
  url: string
  /** Whether a known element of the page shows the picture. */
  isShown: boolean
  /** Whether the user has asked, so that the screen may be captured. */
  mayCrop: boolean
}

/** Implements each step. */
export interface Ways {
  /** Never resolves once the request is withdrawn. */
  askHost(source: PictureSource): Promise<Answer>
  /** Resolves with a Failure if the reason is known, or with undefined if the browser forbids reading the picture. */
  readInPage(): Promise<Blob | Failure | undefined>
  /** Undefined if the screen does not show enough of the picture. May reject. */
  crop(): Promise<Blob | undefined>
}

/** Only URLs on the web are the host's; it leaves `data:` and `blob:` to the page that made them. */
export function firstStep({ url }: Circumstances): Step {
  return /^https?:/.test(url) ? 'host' : 'page'
}

/**
 * The step to take after another one has failed; undefined if none would do better. The page may read what its server
 * denies the host, and a picture that the page shows cannot be missing or damaged, whatever the host was sent instead.
 */
export function nextStep(failed: Step, reason: FailureReason, { isShown, mayCrop }: Circumstances): Step | undefined {
  if (failed === 'screen') return undefined
  if (failed === 'page') return isShown && mayCrop ? 'screen' : undefined
  if (['unreachable', 'refused', 'tainted', 'drawing'].includes(reason)) return 'page'
  return isShown && ['not_a_picture', 'empty', 'timed_out'].includes(reason) ? 'page' : undefined
}

/**
 * Asks about a picture, step by step until one has an answer.
 * @returns the answer, else the failure of the last step that has a reason to give; undefined once the signal is aborted
 */
export async function answerWithFallbacks(
  circumstances: Circumstances,
  ways: Ways,
  signal: AbortSignal,
): Promise<Answer | undefined> {
  let last: Failure = { failure: 'unreachable' }
  let step: Step | undefined = firstStep(circumstances)
  while (step) {
    const answer: Answer | undefined = await take(step, circumstances.url, ways, signal)
    if (signal.aborted) return undefined
    if (answer && isAnswered(answer)) return answer
    last = answer ?? last
    step = nextStep(step, last.failure, circumstances)
  }
  return last
}

async function take(step: Step, url: string, ways: Ways, signal: AbortSignal): Promise<Answer | undefined> {
  if (step === 'host') return ways.askHost({ url })
  const pixels = await (step === 'page' ? ways.readInPage() : ways.crop()).catch(() => undefined)
  if (!(pixels instanceof Blob)) return pixels
  if (signal.aborted) return undefined
  const answer = await ways.askHost({ bytes: pixels })
  return step === 'screen' ? withoutActivation(answer) : answer
}

/** The activation map of a crop does not fit the whole picture. */
function withoutActivation(answer: Answer): Answer {
  if (!isAnswered(answer)) return answer
  const { activation: _, ...rest } = answer
  return rest
}
