import type { Backend, BackendAttempt } from '../../network/backend.ts'

/** State of the inference host. */
export type HostStatus =
  | { state: 'starting' }
  | {
      state: 'ready'
      backend: Backend
      /** The GPU's name, where there is one. */
      adapter: string
      /** Median time of one picture: of the latest real ones, before that of the self-test's. */
      milliseconds: number
      /** Bytes that the network holds: its weights, and what a run has not given back. */
      memory: number
      /** What became of each attempt of the backend ladder. */
      attempts: BackendAttempt[]
    }
  | { state: 'failed'; attempts: BackendAttempt[] }
