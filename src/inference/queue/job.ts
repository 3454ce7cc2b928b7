import type { Failure } from '../../apparel/failure.ts'
import { priorities } from '../../messages/host-port.ts'
import type { PageSource, SearchedSource } from '../read/page-source.ts'
import type { FairShare } from './fair-queue.ts'

/** A picture on its way through the stages. */
export interface Job<Input, Result, Source = PageSource> {
  key: string
  source: Source
  state: 'waiting' | 'reading' | 'ready' | 'running'
  waiters: Set<Waiter<Input, Result, Source>>
  abort: AbortController
  /** How often its server has asked to slow down. */
  refusals: number
  input?: Input
}

/** One request's share in a job. */
export interface Waiter<Input, Result, Source = PageSource> extends FairShare {
  job: Job<Input, Result, Source>
  deliver(result: Result | Failure): void
}

export function createJob<Input, Result, Source>(key: string, source: Source): Job<Input, Result, Source> {
  return { key, source, state: 'waiting', waiters: new Set(), abort: new AbortController(), refusals: 0 }
}

/** A job's highest priority; 0 is the most urgent. */
export function rankOf<Input, Result, Source>(job: Job<Input, Result, Source>): number {
  let best: number = priorities.length
  for (const { priority } of job.waiters) best = Math.min(best, priorities.indexOf(priority))
  return best
}

/** Host and port; '' if there is no server, as for an uploaded file. */
export function serverOf(source: SearchedSource): string {
  return 'url' in source ? (URL.parse(source.url)?.host ?? '') : ''
}
