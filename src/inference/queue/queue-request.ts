import type { Failure } from '../../apparel/failure.ts'
import type { Priority } from '../../messages/host-port.ts'
import type { PageSource } from '../read/page-source.ts'

/** One client's request for a picture. */
export interface QueueRequest<Result, Source = PageSource> {
  /** The requesting tab. */
  tab: string
  /** Identifies the picture: requests with the same key share one job. */
  key: string
  source: Source
  priority: Priority
  /** Called once, unless the ticket is cancelled before. */
  deliver(result: Result | Failure): void
}

/** One client's share in a job. */
export interface Ticket {
  prioritise(priority: Priority): void
  /** Withdraws this request; the job is aborted with its last one. */
  cancel(): void
}

/** The ticket of a request that fails at once. As always, nothing is delivered before the caller has its ticket. */
export function failSoon(failure: Failure, deliver: (failure: Failure) => void): Ticket {
  let isCancelled = false
  queueMicrotask(() => {
    if (!isCancelled) deliver(failure)
  })
  return {
    prioritise: () => {},
    cancel: () => {
      isCancelled = true
    },
  }
}
