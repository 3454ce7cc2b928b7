import type { ListedTag } from '../history/tag.ts'
import { percent } from '../i18n/class-name.ts'
import { language } from '../i18n/language.ts'
import { relativeTime } from '../ui/relative-time.ts'

/** What the popup says of a tag besides its class. @param now milliseconds since 1970 */
export function wordsOf(tag: ListedTag, now: number): { share: string; page: string; time: string } {
  return {
    share: percent(tag.confidence),
    page: tag.pageTitle.trim() || tag.pageUrl,
    time: relativeTime(tag.seenAt, now, language()),
  }
}
