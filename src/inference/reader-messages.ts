import type { Failure, PictureSource } from '../messages.ts'
import type { DecodedImage } from './decode-image.ts'
import type { ImageFile } from './read-image.ts'

/** To the worker that reads pictures. `id` names the task; `cancel` ends it, and nothing is answered then. */
export type ToReader =
  | { id: number; type: 'read'; source: PictureSource }
  | { id: number; type: 'decode'; bytes: ArrayBuffer; mime: string; size: number }
  | { id: number; type: 'cancel' }

/** One a task. */
export type FromReader = { id: number; result: ImageFile | DecodedImage } | { id: number; failure: Failure }
