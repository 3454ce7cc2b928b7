/** The Port from a content script or an extension page straight to the inference host. */
import type { Answered } from '../apparel/answer.ts'
import type { Failure } from '../apparel/failure.ts'
import type { Kind } from '../apparel/kinds.ts'
import type { PictureGarments } from '../garments/picture-garments.ts'
import type { Provenance } from '../history/provenance.ts'
import type { HostStatus } from '../inference/client/host-status.ts'
import type { PageCopy } from '../inference/read/page-copy.ts'
import type { Picture } from '../inference/resample/source.ts'
import type { SaidByName } from '../learning/said.ts'
import type { Backend } from '../network/backend.ts'
import type { PageWords } from '../words/page-words.ts'

/** Name of the Port to the inference host. */
export const INFERENCE = 'inference'

/** What one post to the Port holds: a message, or several. A post takes the browser about a millisecond whatever it holds. */
export type Batch<Message> = Message | Message[]

/** From the most to the least urgent: `asked` by the user, `visible` on screen, `near` the screen, the rest of the page. */
export const priorities = ['asked', 'visible', 'near', 'later'] as const
export type Priority = (typeof priorities)[number]

/** Where the pixels come from: a URL that the host reads, or the bytes of a file that the client has read. */
export type PictureSource = { url: string } | { bytes: Blob }

/** A picture to search for garments: as above, or pixels that the client has drawn, such as a frame of a video. */
export type GarmentSource = PictureSource | { pixels: Picture }

/** A picture to teach. That of a tag is its thumbnail. Only the extension's own pages may name a tag, by its id. */
export type TeachSource = PictureSource | { tag: string }

/** How the host reads a picture at a URL. */
export interface HowToRead {
  /** What the page knows about the copy that it shows. */
  copy?: PageCopy | undefined
  /** Tell the picture's server which site shows it. The page's referrer policy must allow this. */
  asPage?: boolean
  /** Give the server more time than usual. */
  isPatient?: boolean
}

/** Client to host. The client chooses `id`, which identifies the request in later messages. */
export type ToHost =
  | (HowToRead & {
      type: 'classify'
      id: number
      source: PictureSource
      priority: Priority
      /** Stored with the tag if the picture shows a garment or a wanted kind. Left out in private windows and for uploads. */
      provenance?: Provenance
      /** Kinds of none of the ten that get badges, and therefore tags. None if left out. */
      kinds?: readonly Kind[]
      /** What the page says of the picture. Left out if the picture alone is to answer, as after a right click. */
      words?: PageWords
      /** Include the embedding in the answer, to find similar pictures in the history. */
      withEmbedding?: boolean
    })
  /** Asks for each garment in a picture. */
  | (HowToRead & {
      type: 'find-garments'
      id: number
      source: GarmentSource
      priority: Priority
      /** As for `classify`. */
      provenance?: Provenance
      /** Store a tag of each garment. Needs a provenance; ignored in private windows and for pixels. */
      keep?: boolean
    })
  | { type: 'prioritise'; id: number; priority: Priority }
  | { type: 'cancel'; id: number }
  | { type: 'status' }
  | (HowToRead & {
      type: 'teach'
      id: number
      source: TeachSource
      said: SaidByName
      /** Where the picture was seen: URL of the page. Left out for uploads. */
      pageUrl?: string
    })
  /** Takes back one lesson, as `undo`: the user's last word about the picture before it, if there was one, holds again. */
  | { type: 'untell'; id: number; lesson: string }

/** How the network computed an answer. */
export interface RunInfo {
  backend: Backend
  /** Time of the network alone; 0 for a cached answer. */
  milliseconds: number
}

/** An answer as the host sends it. */
export type TimedAnswer = Answered & RunInfo

/** What the host has learned from one picture. */
export interface Taught {
  /** Identifies the lesson, to take it back. */
  lesson: string
  /** The answer about the picture from now on. */
  answer: TimedAnswer
}

/**
 * Host to client: one `answer` per request that was not cancelled; a `status` on request and after each change; `closing`
 * when the host is about to close after a long idle period. The client then wakes it with its next request.
 */
export type FromHost =
  | { type: 'answer'; id: number; answer: TimedAnswer | Failure }
  /** Reply to `find-garments`. */
  | { type: 'garments'; id: number; result: PictureGarments | Failure }
  /** Reply to `teach` and `untell`. */
  | { type: 'taught'; id: number; result: Taught | Failure }
  /** What the user has taught has changed: any answer may be another now. */
  | { type: 'learned' }
  | { type: 'status'; status: HostStatus }
  | { type: 'closing' }
