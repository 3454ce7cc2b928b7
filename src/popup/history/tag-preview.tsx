import { shownKind } from '../../history/labels.ts'
import { siteOf } from '../../history/search/entry.ts'
import type { ListedTag } from '../../history/tag.ts'
import { text } from '../../i18n/text.ts'
import { labelName } from '../../ui/format/label-name.ts'
import { KindDot } from '../../ui/teaching/kind-dot.tsx'
import { describeTag } from './describe-tag.ts'

/** Describes a tag while it is hovered or focused. Hidden from screen readers, because the tag's link says the same. */
export function TagPreview({ tag, now }: { tag: ListedTag; now: number }) {
  const { share, page, time } = describeTag(tag, now)
  return (
    <div class="peek" aria-hidden="true">
      <p>
        <KindDot kind={shownKind(tag)} />
        <strong>{labelName(tag)}</strong> <span class="share">{share}</span>
        {tag.byUser === 'told' && <span class="told">{text('teach_told')}</span>}
        <time>{time}</time>
      </p>
      <p class="peek-page" dir="auto">
        {page}
      </p>
      <p class="soft">{siteOf(tag.pageUrl)}</p>
    </div>
  )
}
