import type { Answered } from '../../apparel/answer.ts'
import type { Picture } from './find/picture.ts'

/** The user has pressed a badge, to say whether it is right. */
export interface BadgePress {
  picture: Picture
  /** As the badge shows it. */
  answer: Answered
  /** Whether the user has pressed *Right*, *Not right?* or, by a key, the badge as a whole. */
  says: 'right' | 'wrong' | undefined
  /** Returns the focus to the badge. */
  focusBadge(): void
}
