import type { Backend, BackendAttempt } from '../../network/backend.ts'

/** State of the inference host. */
export type HostStatus =
  | { state: 'starting' }
  | {
      state: 'ready'
      backend: Backend
      /** The GPU's name; empty on WASM. */
      adapter: string
      /** Median milliseconds per picture: of the latest real ones, or of the self-test if there were none. */
      milliseconds: number
      /** Bytes that the network holds: its weights and the buffers of its runs. */
      memory: number
      /** The result of each backend that was tried. */
      attempts: BackendAttempt[]
    }
  | { state: 'failed'; attempts: BackendAttempt[] }
