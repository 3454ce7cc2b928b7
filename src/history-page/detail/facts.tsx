import { colourName } from '../../colour/colour-name.ts'
import type { TagFacts } from '../../history/tag.ts'
import { percent } from '../../i18n/percent.ts'
import { text } from '../../i18n/text.ts'

/** Where and when a tag was seen, how it came, and its colours. @param language a BCP 47 tag */
export function Facts({ facts, language }: { facts: TagFacts; language: string }) {
  const seenAt = new Date(facts.seenAt)
  const name = facts.pageTitle.trim() || facts.pageUrl
  return (
    <dl class="facts">
      <dt>{text('detail_page')}</dt>
      <dd dir="auto">
        {/* Only what a tab may open on a click: pages write their own address into the history. */}
        {/^https?:/.test(facts.pageUrl) ? (
          <a href={facts.pageUrl} target="_blank" rel="noreferrer">
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
        {text(facts.by === 'asked' ? 'detail_asked' : 'detail_auto')}
      </dd>
      {facts.colours && facts.colours.length > 0 && (
        <>
          <dt>{text('find_colour')}</dt>
          <dd class="colours">
            {facts.colours.map(colour => (
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
