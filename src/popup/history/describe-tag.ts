import type { ListedTag } from '../../history/tag.ts'
import { language } from '../../i18n/language.ts'
import { percent } from '../../i18n/percent.ts'
import { relativeTime } from '../../ui/format/relative-time.ts'

/** Returns what the popup says about a tag besides its class. @param now milliseconds since 1970 */
export function describeTag(tag: ListedTag, now: number): { share: string; page: string; time: string } {
  return {
    share: percent(tag.confidence),
    page: tag.pageTitle.trim() || tag.pageUrl,
    time: relativeTime(tag.seenAt, now, language()),
  }
}
