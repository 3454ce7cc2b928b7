import { type Answered, isAnswered } from '../src/apparel/answer.ts'
import type { Failure } from '../src/apparel/failure.ts'
import type { HostStatus } from '../src/inference/client/host-status.ts'
import type { RunInfo } from '../src/messages/host-port.ts'

/** One table row about a picture: name, class, confidence, milliseconds and backend, or why there is no answer. */
export function rowOf(name: string, answer: (Answered & Partial<RunInfo>) | Failure | undefined): string {
  const failure = answer && !isAnswered(answer) ? [answer.failure, answer.detail ?? ''] : ['no answer']
  const cells = answer && isAnswered(answer) ? describe(answer) : failure
  return [name.slice(0, 40).padEnd(40), ...cells].join('  ')
}

function describe({ prediction, milliseconds, backend }: Answered & Partial<RunInfo>): string[] {
  const { verdict } = prediction
  const none = prediction.probabilities.at(-1) ?? 0
  const [label, confidence] = verdict === 'none' ? ['none', none] : [prediction.garment, prediction.confidence]
  return [
    (verdict === 'unsure' ? `${label}?` : label).padEnd(9),
    `${(100 * confidence).toFixed(0)} %`.padStart(5),
    // The page may have asked first. Then the answer comes from the cache and took no time.
    (milliseconds ? `${milliseconds.toFixed(0)} ms` : 'known').padStart(8),
    backend ?? '',
  ]
}

/** Describes which backend runs the network and how fast, and why the others do not. */
export function statusInWords(status: HostStatus): string {
  if (status.state === 'starting') return 'The network is still starting.'
  const chosen = status.state === 'ready' ? status.backend : undefined
  const others = status.attempts
    .filter(({ backend }) => backend !== chosen)
    .map(attempt => `${attempt.backend}: ${'refused' in attempt ? attempt.refused : milliseconds(attempt)}`)
  const runs =
    status.state === 'ready' ? `The network runs on ${chosen}, ${milliseconds(status)}` : 'No backend runs the network'
  return others.length > 0 ? `${runs} (${others.join(', ')}).` : `${runs}.`
}

function milliseconds({ milliseconds }: { milliseconds: number }): string {
  return `${milliseconds.toFixed(0)} ms a picture`
}
