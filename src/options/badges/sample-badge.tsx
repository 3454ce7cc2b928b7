import { useEffect, useRef } from 'preact/hooks'
import type { Prediction } from '../../apparel/prediction.ts'
import styles from '../../page/core/overlay/overlay.css?inline'
import { createBadge } from '../../page/features/badges/badge.ts'
import type { Settings } from '../../settings/schema.ts'

const sheet = new CSSStyleSheet()
// The preview is about confidence, so even small pictures show the percentage, beside as much of the name as fits.
sheet.replaceSync(`${styles} .badge { position: static; flex-wrap: nowrap !important }
  .label > span { position: static !important; opacity: 0.85 !important }`)

interface SampleBadgeProps {
  prediction: Prediction
  looks: Pick<Settings, 'badgeStyle' | 'badgePosition'>
  /** Styles the badge as on a picture narrower than 100 px. */
  isSmall?: boolean
}

/** A real badge in its corner of the containing element, for display only. */
export function SampleBadge({ prediction, looks: { badgeStyle, badgePosition }, isSmall = true }: SampleBadgeProps) {
  const place = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    if (!place.current) return
    const root = place.current.shadowRoot ?? place.current.attachShadow({ mode: 'open' })
    root.adoptedStyleSheets = [sheet]
    const badge = createBadge(prediction, badgeStyle, () => {})
    badge.classList.toggle('small', isSmall)
    root.replaceChildren(badge)
  }, [prediction, badgeStyle, isSmall])
  const corner = badgePosition === 'auto' ? 'start-top' : badgePosition
  return <span ref={place} class="badge-on" data-corner={corner} aria-hidden="true" inert />
}
