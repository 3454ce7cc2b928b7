import type { FromWorker } from '../../platform/worker-line.ts'
import type { NetworkFiles, Output } from '../network.ts'

/** What the worker in which the network runs can do. */
export type NetworkTask =
  /** Reply: the bytes that it holds. */
  | { type: 'open'; files: NetworkFiles }
  /** Reply: an Output each. */
  | { type: 'classify'; pictures: Uint8Array[] }

/** An error, which would lose its cause on the way. */
export interface NetworkTrouble {
  message: string
  cause: unknown
}

export type ToNetwork = NetworkTask & { id: number }
export type FromNetwork = FromWorker<number | Output[], NetworkTrouble>
