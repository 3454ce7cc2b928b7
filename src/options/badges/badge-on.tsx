import { useEffect, useRef } from 'preact/hooks'
import type { Prediction } from '../../apparel/prediction.ts'
import styles from '../../page/core/overlay/overlay.css?inline'
import { createBadge } from '../../page/features/badges/badge.ts'
import type { Settings } from '../../settings/schema.ts'

const sheet = new CSSStyleSheet()
// Here the percentage is what a person looks for, on small pictures too.
sheet.replaceSync(`${styles} .badge { position: static }
  .label > span { position: static !important; opacity: 0.85 !important }`)

interface BadgeOnProps {
  prediction: Prediction
  looks: Pick<Settings, 'badgeStyle' | 'badgePosition'>
  /** As on a picture that is less than 100 px wide. */
  isSmall?: boolean
}

/** The very badge that pages get, in its corner of the element that holds it; to be looked at alone. */
export function BadgeOn({ prediction, looks: { badgeStyle, badgePosition }, isSmall = true }: BadgeOnProps) {
  const place = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    if (!place.current) return
    const root = place.current.shadowRoot ?? place.current.attachShadow({ mode: 'open' })
    root.adoptedStyleSheets = [sheet]
    const badge = createBadge(prediction, badgeStyle)
    badge.classList.toggle('small', isSmall)
    root.replaceChildren(badge)
  }, [prediction, badgeStyle, isSmall])
  const corner = badgePosition === 'auto' ? 'start-top' : badgePosition
  return <span ref={place} class="badge-on" data-corner={corner} aria-hidden="true" inert />
}
