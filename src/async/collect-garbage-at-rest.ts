import type { IdleStep } from './idle-timer.ts'
import { triggerGarbageCollection } from './trigger-garbage-collection.ts'

/** Idle times after which garbage is collected. The second pass frees what the first one has released. */
const COLLECT_AFTER_MS = [15_000, 20_000]

/** Steps of an `IdleTimer` that collect the thread's garbage: each thread collects only its own. */
export const collectGarbageAtRest: readonly IdleStep[] = COLLECT_AFTER_MS.map(after => ({
  after,
  act: triggerGarbageCollection,
}))
