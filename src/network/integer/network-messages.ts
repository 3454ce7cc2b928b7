import type { FromWorker } from '../../async/worker-client.ts'
import type { NetworkFiles, Output } from '../network.ts'

/** What the worker in which the network runs can do. */
export type NetworkTask =
  /** Reply: the bytes that it holds. */
  | { type: 'open'; files: NetworkFiles }
  /** Reply: Classified. */
  | { type: 'classify'; pictures: Uint8Array[] }

/** What the network says of pictures, and their memory, which comes back to be used again. */
export interface Classified {
  outputs: Output[]
  pictures: Uint8Array[]
}

/** An error, which would lose its cause on the way. */
export interface NetworkTrouble {
  message: string
  cause: unknown
}

export type ToNetwork = NetworkTask & { id: number }
export type FromNetwork = FromWorker<number | Classified, NetworkTrouble>
