import { colourName } from '../../colour/colour-name.ts'
import type { TagMetadata } from '../../history/tag.ts'
import { percent } from '../../i18n/percent.ts'
import { text } from '../../i18n/text.ts'

/** Shows where, when and why a tag was made, and its colours. @param language a BCP 47 tag */
export function Metadata({ metadata, language }: { metadata: TagMetadata; language: string }) {
  const seenAt = new Date(metadata.seenAt)
  const name = metadata.pageTitle.trim() || metadata.pageUrl
  return (
    <dl class="facts">
      <dt>{text('detail_page')}</dt>
      <dd dir="auto">
        {/* Only URLs that are safe to open: pages choose the URLs that are saved in the history. */}
        {/^https?:/.test(metadata.pageUrl) ? (
          <a href={metadata.pageUrl} target="_blank" rel="noreferrer">
            {name}
          </a>
        ) : (
          name || '–'
        )}
      </dd>
      <dt>{text('find_seen')}</dt>
      <dd>
        <time dateTime={seenAt.toISOString()}>
          {seenAt.toLocaleString(language, { dateStyle: 'long', timeStyle: 'short' })}
        </time>
        {' · '}
        {text(metadata.by === 'asked' ? 'detail_asked' : 'detail_auto')}
        {metadata.part && ` · ${text('detail_part')}`}
      </dd>
      {metadata.colours && metadata.colours.length > 0 && (
        <>
          <dt>{text('find_colour')}</dt>
          <dd class="colours">
            {metadata.colours.map(colour => (
              <span key={`${colour.hue} ${colour.lightness}`}>
                <span class="dot" style={{ '--swatch': `oklch(${colour.lightness} ${colour.chroma} ${colour.hue})` }} />
                {text(`colour_${colourName(colour)}`)} <span class="share">{percent(colour.share)}</span>
              </span>
            ))}
          </dd>
        </>
      )}
    </dl>
  )
}
