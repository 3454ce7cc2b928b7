import type { FromWorker } from '../../async/worker-client.ts'
import type { RgbPicture } from '../../garments/crop.ts'
import type { Candidates } from './find-candidates.ts'

/** Task of the worker that finds garments. Replies with Candidates. */
export interface FinderTask {
  picture: RgbPicture
  /** Of the detector, 0..1. */
  leastScore: number
  /** Side of the classifier's input, pixels. */
  cropSide: number
}

export type ToFinder = FinderTask & { id: number }
/** A failure is the error's message. */
export type FromFinder = FromWorker<Candidates, string>
