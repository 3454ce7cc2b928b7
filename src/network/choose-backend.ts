import { withTimeout } from '../async/with-timeout.ts'
import { type Backend, type BackendAttempt, type RefusalReason, refusalReasons } from './backend.ts'
import { goldenPixels } from './card.ts'
import type { GpuOptions } from './find-gpu.ts'
import { openInWorker } from './integer/open-in-worker.ts'
import type { Network, NetworkFiles } from './network.ts'
import { openNetwork } from './open-network.ts'

/** Milliseconds for which each of several backends runs: enough for what it will do for hours. */
const CONTEST = 200

/** Integers agree to the last bit, which the golden logits are rounded to. */
const EXACT = 1e-6

/** The backend that was chosen, and what became of each attempt. */
export interface Choice {
  network: Network | undefined
  /** Median of the measured runs on one picture, in milliseconds. */
  milliseconds: number
  attempts: BackendAttempt[]
}

/**
 * Tries the backends in order, tests each against the golden vector, times it, and keeps the fastest.
 * `network` is undefined where none can be used; then every attempt says why.
 * @param firstThatWorks take the first good one instead of the fastest: one run is timed, and no more
 */
export async function chooseBackend(
  files: NetworkFiles & GpuOptions,
  backends: readonly Backend[],
  firstThatWorks = false,
): Promise<Choice> {
  const choice: Choice = { network: undefined, milliseconds: Number.POSITIVE_INFINITY, attempts: [] }
  for (const backend of backends) {
    if (firstThatWorks && choice.network) break
    // The last one alone has nobody to be compared with.
    const isContest = !firstThatWorks && (choice.network !== undefined || backend !== backends.at(-1))
    try {
      const { network, milliseconds } = await tryBackend(files, backend, isContest ? CONTEST : 0)
      choice.attempts.push({ backend, milliseconds })
      if (milliseconds < choice.milliseconds) {
        choice.network?.dispose()
        Object.assign(choice, { network, milliseconds })
      } else network.dispose()
    } catch (error) {
      choice.attempts.push(refusalOf(backend, error))
    }
  }
  return choice
}

/** The attempt of a backend that failed. */
export function refusalOf(backend: Backend, error: unknown): BackendAttempt {
  const { message, cause } = error instanceof Error ? error : new Error(String(error))
  const isNamed = refusalReasons.includes(cause as RefusalReason)
  return { backend, refused: message, reason: isNamed ? (cause as RefusalReason) : 'other' }
}

/**
 * Opens, tests and times a backend. A GPU process that hangs answers nothing at all, so this has a deadline.
 * @throws Error with the reason why this backend is none
 */
async function tryBackend(files: NetworkFiles & GpuOptions, backend: Backend, timeFor: number) {
  const late = new AbortController()
  const seconds = files.allowSoftware ? 120 : 20
  const start = async () => {
    const network = await (backend === 'wasm'
      ? openInWorker(files)
      : openNetwork({ ...files, backend, signal: late.signal }))
    try {
      const milliseconds = await testAndTime(network, files, timeFor)
      late.signal.throwIfAborted()
      return { network, milliseconds }
    } catch (error) {
      network.dispose()
      throw error
    }
  }
  return withTimeout(start(), seconds * 1000, () => {
    late.abort()
    return new Error(`did not start within ${seconds} s`, { cause: 'timed_out' })
  })
}

/**
 * Runs the golden picture and compares, then times runs: at least one, and for so many milliseconds.
 * @returns milliseconds of a run: the median of the later half, since compilers are still at work in the first
 * @throws Error where the logits are off: such a backend computes nonsense without raising anything
 */
async function testAndTime(network: Network, { card, ranges }: NetworkFiles, timeFor: number): Promise<number> {
  const picture = goldenPixels(card.inputSize)
  const [output] = await network.classify([picture])
  const { logits, tolerance } = network.backend === 'wasm' ? { logits: ranges.golden, tolerance: EXACT } : card.golden
  const off = Math.max(...logits.map((logit, i) => Math.abs(logit - (output?.logits[i] ?? Number.NaN))))
  if (!(off <= tolerance)) throw new Error(`self-test failed: logits are off by ${off.toFixed(3)}`, { cause: 'wrong' })
  const times: number[] = []
  const end = performance.now() + timeFor
  do {
    const start = performance.now()
    await network.classify([picture])
    times.push(performance.now() - start)
  } while (performance.now() < end)
  const later = times.slice(times.length >> 1).sort((a, b) => a - b)
  return later[later.length >> 1] ?? Number.POSITIVE_INFINITY
}
