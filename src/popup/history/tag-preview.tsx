import { siteOf } from '../../history/search/entry.ts'
import type { ListedTag } from '../../history/tag.ts'
import { labelName } from '../../ui/format/label-name.ts'
import { describeTag } from './describe-tag.ts'

/** Describes a tag while it is hovered or focused. Hidden from screen readers, because the tag's link says the same. */
export function TagPreview({ tag, now }: { tag: ListedTag; now: number }) {
  const { share, page, time } = describeTag(tag, now)
  return (
    <div class="peek" aria-hidden="true">
      <p>
        <strong>{labelName(tag)}</strong> <span class="share">{share}</span>
        <time>{time}</time>
      </p>
      <p class="peek-page" dir="auto">
        {page}
      </p>
      <p class="soft">{siteOf(tag.pageUrl)}</p>
    </div>
  )
}
