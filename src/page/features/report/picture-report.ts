import type { Answer } from '../../../apparel/answer.ts'
import type { FailureReason, LessonFailure, SearchFailure } from '../../../apparel/failure.ts'
import type { PictureKind, SkipReason } from '../../core/find/kinds.ts'

/** Something on a page that shows a picture, or looks like one. */
export interface PictureReport {
  /** Left out for a skipped picture. */
  kind?: PictureKind
  /** Its URL without user, query and fragment; '' if it has none. */
  url: string
  /** The box of its element, in pixels of its frame's viewport. */
  box: { x: number; y: number; width: number; height: number }
  outcome: PictureOutcome
}

/** The outcome for one picture. */
export type PictureOutcome =
  /** Not requested yet: far from the screen, or in a hidden tab. */
  | { state: 'waiting' }
  | { state: 'asking' }
  | { state: 'answered'; answer: Answer }
  | { state: 'skipped'; reason: SkipReason }

/** The outcomes for the pictures of a frame or page. A picture that is shown twice counts twice. */
export interface PageSummary {
  /** Pictures with a badge, or that will get one once they are on screen: the number on the extension's button. */
  garments: number
  /** Garments without a badge, by the user's choice. */
  unwanted: number
  /** Unsure, or none of the ten classes and without a badge. */
  others: number
  /** Not answered yet. */
  open: number
  unread: Partial<Record<Exclude<FailureReason, LessonFailure | SearchFailure>, number>>
  /** Looks like a picture, but is not asked about. */
  skipped: Partial<Record<SkipReason, number>>
  /** Unreachable pictures on the web, by the origin of their URL. */
  unreached: Record<string, number>
}
