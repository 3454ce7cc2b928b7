/** The Port from a content script or an extension page straight to the inference host. */
import type { Answered } from '../apparel/answer.ts'
import type { Failure } from '../apparel/failure.ts'
import type { Provenance } from '../history/provenance.ts'
import type { HostStatus } from '../inference/client/host-status.ts'
import type { Backend } from '../network/backend.ts'

/** Name of the Port to the inference host. */
export const INFERENCE = 'inference'

/** What is served first: `asked` by a person, `visible` on screen, `near` the screen, then the rest of the page. */
export const priorities = ['asked', 'visible', 'near', 'later'] as const
export type Priority = (typeof priorities)[number]

/** Where the pixels come from: a URL that the host reads, or a file's bytes that the asker has read. */
export type PictureSource = { url: string } | { bytes: Blob }

/** Asker to host. `id` is the asker's own and names the request in later messages. */
export type ToHost =
  | {
      type: 'classify'
      id: number
      source: PictureSource
      priority: Priority
      /** Kept as a tag if a garment is seen. Left out in private windows and for uploads. */
      provenance?: Provenance
      /** The answer is to carry the embedding, by which similar pictures are found in the history. */
      withEmbedding?: boolean
    }
  | { type: 'prioritise'; id: number; priority: Priority }
  | { type: 'cancel'; id: number }
  | { type: 'status' }

/** How the network computed an answer. */
export interface RunInfo {
  backend: Backend
  /** Time of the network alone, in milliseconds; 0 for an answer from the cache. */
  milliseconds: number
}

/** An answer as the host sends it. */
export type TimedAnswer = Answered & RunInfo

/**
 * Host to asker: one `answer` a request that was not cancelled; a `status` when asked and whenever it changes; `closing` when
 * nothing was asked for so long that it goes, and need not be woken before there is something to ask.
 */
export type FromHost =
  | { type: 'answer'; id: number; answer: TimedAnswer | Failure }
  | { type: 'status'; status: HostStatus }
  | { type: 'closing' }
