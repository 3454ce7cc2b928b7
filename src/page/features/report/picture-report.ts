import type { Answer } from '../../../apparel/answer.ts'
import type { FailureReason } from '../../../apparel/failure.ts'
import type { PictureKind, SkipReason } from '../../core/find/kinds.ts'

/** Something on a page that shows a picture, or looks like it. */
export interface PictureReport {
  /** Left out where nothing of it is asked about. */
  kind?: PictureKind
  /** '' where it has none. */
  url: string
  /** Where its element is; pixels of its frame's viewport. */
  box: { x: number; y: number; width: number; height: number }
  outcome: PictureOutcome
}

/** What became of a picture. */
export type PictureOutcome =
  /** Far from the screen, or in a tab that nobody sees. */
  | { state: 'waiting' }
  | { state: 'asking' }
  | { state: 'answered'; answer: Answer }
  | { state: 'skipped'; reason: SkipReason }

/** What became of the pictures of a frame or page. A picture that is shown twice counts twice. */
export interface PageSummary {
  /** Those that get a badge, or would on screen: what the number on the extension's button counts. */
  garments: number
  /** Garments that get none, by the person's choice. */
  unwanted: number
  /** None of the ten, or not sure. */
  others: number
  /** No answer yet. */
  open: number
  unread: Partial<Record<FailureReason, number>>
  /** Looks like a picture, but is none to ask about. */
  skipped: Partial<Record<SkipReason, number>>
  /** Those that were unreachable, by the origin of their address on the web. */
  unreached: Record<string, number>
}
