import { siteOf } from '../../history/search/entry.ts'
import type { ListedTag } from '../../history/tag.ts'
import { className } from '../../i18n/class-name.ts'
import { describeTag } from './describe-tag.ts'

/** What a tag is, beside its picture, while the pointer or the keyboard is on it. Its link says the same to those who hear it. */
export function TagPreview({ tag, now }: { tag: ListedTag; now: number }) {
  const { share, page, time } = describeTag(tag, now)
  return (
    <div class="peek" aria-hidden="true">
      <p>
        <strong>{className(tag.garment)}</strong> <span class="share">{share}</span>
        <time>{time}</time>
      </p>
      <p class="peek-page" dir="auto">
        {page}
      </p>
      <p class="soft">{siteOf(tag.pageUrl)}</p>
    </div>
  )
}
