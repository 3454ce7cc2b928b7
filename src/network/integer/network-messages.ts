import type { FromWorker } from '../../async/worker-client.ts'
import type { NetworkFiles, Output } from '../network.ts'

/** Tasks of the worker that runs the network. */
export type NetworkTask =
  /** Replies with the number of bytes that the network holds. */
  | { type: 'open'; files: NetworkFiles }
  /** Replies with Classified. */
  | { type: 'classify'; pictures: Uint8Array[] }

/** The outputs, and the buffers of the pictures for reuse. */
export interface Classified {
  outputs: Output[]
  pictures: Uint8Array[]
}

/** An error with its cause, which structured cloning of an Error would lose. */
export interface NetworkTrouble {
  message: string
  cause: unknown
}

export type ToNetwork = NetworkTask & { id: number }
export type FromNetwork = FromWorker<number | Classified, NetworkTrouble>
