import browser from 'webextension-polyfill'
import type { ListedTag } from '../history/tag.ts'
import { className, percent } from '../platform/class-name.ts'
import { text } from '../platform/text.ts'
import { BinIcon } from '../ui/drawings.tsx'
import { relativeTime } from '../ui/relative-time.ts'
import { Thumbnail } from '../ui/thumbnail.tsx'

interface TagRowProps {
  tag: ListedTag
  /** Milliseconds since 1970. */
  now: number
  onDelete(id: string): void
}

/** One tag of the history. */
export function TagRow({ tag, now, onDelete }: TagRowProps) {
  const language = browser.i18n.getUILanguage()
  const seenAt = new Date(tag.seenAt)
  const garment = className(tag.garment)
  return (
    <li>
      <Thumbnail id={tag.id} blob={tag.thumbnail} />
      <div class="tag-words">
        <p>
          <strong>{garment}</strong> <span class="share">{percent(tag.confidence)}</span>
          <time dateTime={seenAt.toISOString()} title={seenAt.toLocaleString(language)}>
            {relativeTime(tag.seenAt, now, language)}
          </time>
        </p>
        <p class="page">
          <PageLink url={tag.pageUrl} title={tag.pageTitle} />
        </p>
      </div>
      <button
        type="button"
        class="quiet"
        aria-label={text('history_delete', garment)}
        title={text('delete')}
        onClick={event => {
          focusBeside(event.currentTarget)
          onDelete(tag.id)
        }}
      >
        <BinIcon />
      </button>
    </li>
  )
}

function PageLink({ url, title }: { url: string; title: string }) {
  const name = title.trim() || url
  // Only what a tab may open on a click: pages write their own address into the history.
  return /^https?:/.test(url) ? (
    <a href={url} target="_blank" rel="noreferrer" title={name}>
      {name}
    </a>
  ) : (
    <span title={name}>{name}</span>
  )
}

/** Keeps the keyboard in the list when its row goes. */
function focusBeside(button: HTMLElement): void {
  const row = button.closest('li')
  const next = row?.nextElementSibling ?? row?.previousElementSibling
  const target = next?.querySelector('button') ?? document.getElementById('history-title')
  target?.focus({ preventScroll: true })
}
