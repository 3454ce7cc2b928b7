import { withTimeout } from '../async/with-timeout.ts'
import { type Backend, type BackendAttempt, type RefusalReason, refusalReasons } from './backend.ts'
import { goldenPixels } from './card.ts'
import type { GpuOptions } from './find-gpu.ts'
import { openInWorker } from './integer/open-in-worker.ts'
import type { Network, NetworkFiles } from './network.ts'
import { openNetwork } from './open-network.ts'
import { runningCost } from './running-cost.ts'

/** How long each backend is timed when there are several. */
const COMPARISON_MS = 200

/** Integer results are identical on every machine; only the stored golden logits are rounded. */
const INTEGER_TOLERANCE = 1e-6

/** The chosen backend, and the result of each attempt. */
export interface Choice {
  network: Network | undefined
  /** Median of the measured runs on one picture, in milliseconds. */
  milliseconds: number
  attempts: BackendAttempt[]
}

/**
 * Tries the backends in order, checks each against the golden logits, times it, and keeps the one whose runs cost least.
 * `network` is undefined if none works; every attempt then says why.
 * @param firstThatWorks take the first that works instead of the cheapest, timing one run only
 */
export async function chooseBackend(
  files: NetworkFiles & GpuOptions,
  backends: readonly Backend[],
  firstThatWorks = false,
): Promise<Choice> {
  const choice: Choice = { network: undefined, milliseconds: Number.POSITIVE_INFINITY, attempts: [] }
  let least = Number.POSITIVE_INFINITY
  for (const backend of backends) {
    if (firstThatWorks && choice.network) break
    // A single candidate needs no comparison.
    const isCompared = !firstThatWorks && (choice.network !== undefined || backend !== backends.at(-1))
    try {
      const { network, milliseconds } = await tryBackend(files, backend, isCompared ? COMPARISON_MS : 0)
      choice.attempts.push({ backend, milliseconds })
      if (runningCost(backend, milliseconds) < least) {
        choice.network?.dispose()
        least = runningCost(backend, milliseconds)
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
 * Opens, tests and times a backend, with a deadline, because a hung GPU process never answers.
 * @throws Error with the reason why the backend is unusable
 */
async function tryBackend(files: NetworkFiles & GpuOptions, backend: Backend, durationMs: number) {
  const timedOut = new AbortController()
  const seconds = files.allowSoftware ? 120 : 20
  const start = async () => {
    const network = await (backend === 'wasm'
      ? openInWorker(files)
      : openNetwork({ ...files, backend, signal: timedOut.signal }))
    try {
      const milliseconds = await testAndTime(network, files, durationMs)
      timedOut.signal.throwIfAborted()
      return { network, milliseconds }
    } catch (error) {
      network.dispose()
      throw error
    }
  }
  return withTimeout(start(), seconds * 1000, () => {
    timedOut.abort()
    return new Error(`did not start within ${seconds} s`, { cause: 'timed_out' })
  })
}

/**
 * Compares the golden picture's logits, then times runs: at least one, and for at least `durationMs`.
 * @returns milliseconds per run: the median of the second half, because compilers are still at work in the first
 * @throws Error if the logits deviate: some backends compute nonsense without raising an error
 */
async function testAndTime(network: Network, { card, ranges }: NetworkFiles, durationMs: number): Promise<number> {
  const picture = goldenPixels(card.inputSize)
  const [output] = await network.classify([picture])
  const { logits, tolerance } =
    network.backend === 'wasm' ? { logits: ranges.golden, tolerance: INTEGER_TOLERANCE } : card.golden
  const off = Math.max(...logits.map((logit, i) => Math.abs(logit - (output?.logits[i] ?? Number.NaN))))
  if (!(off <= tolerance)) throw new Error(`self-test failed: logits are off by ${off.toFixed(3)}`, { cause: 'wrong' })
  const times: number[] = []
  const end = performance.now() + durationMs
  do {
    const start = performance.now()
    await network.classify([picture])
    times.push(performance.now() - start)
  } while (performance.now() < end)
  const later = times.slice(times.length >> 1).sort((a, b) => a - b)
  return later[later.length >> 1] ?? Number.POSITIVE_INFINITY
}
