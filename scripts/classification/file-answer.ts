import type { FailureReason } from '../../src/apparel/failure.ts'
import type { Prediction } from '../../src/apparel/prediction.ts'

/** A file's prediction, or why there is none. */
export type FileAnswer = { prediction: Prediction } | FileFailure

/** Why a file has no answer. */
export interface FileFailure {
  failure: FileFailureReason
  /** The reason in words. */
  detail: string
}

type FileFailureReason =
  | Extract<FailureReason, 'empty' | 'too_large' | 'too_many_pixels' | 'not_a_picture' | 'timed_out' | 'network_failed'>
  /** Nothing has this name. */
  | 'missing'
  /** The system refuses to read it; `detail` quotes it. */
  | 'unreadable'
  /** A pipe, a socket or a device. */
  | 'not_a_file'
  /** The process that decoded it crashed. */
  | 'crashed'

/** The failure that an error of the file system means. */
export function failureOfSystem(error: unknown): FileFailure {
  const { code, message } = error as NodeJS.ErrnoException
  // The last is Node's, for a name with a NUL, which no file has.
  const isMissing = ['ENOENT', 'ENOTDIR', 'ERR_INVALID_ARG_VALUE'].includes(code ?? '')
  return isMissing
    ? { failure: 'missing', detail: 'no such file or folder' }
    : { failure: 'unreadable', detail: message.split(',')[0] ?? message }
}
