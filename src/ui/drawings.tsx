/** The popup's line drawings, in the colour of the text around them. */
const frame = {
  viewBox: '0 0 24 24',
  fill: 'none',
  stroke: 'currentColor',
  'stroke-width': '1.75',
  'stroke-linecap': 'round',
  'stroke-linejoin': 'round',
} as const

/** Dismisses what is shown. */
export function CrossIcon() {
  return (
    <svg aria-hidden="true" {...frame} width="16" height="16">
      <path d="m6 6 12 12M18 6 6 18" />
    </svg>
  )
}

/** Deletes for good. */
export function BinIcon() {
  return (
    <svg aria-hidden="true" {...frame} width="16" height="16">
      <path d="M4 7h16M10 7V4h4v3M6.5 7l1 13h9l1-13M10 11v5M14 11v5" />
    </svg>
  )
}

/** The place of a picture. */
export function PictureIcon() {
  return (
    <svg aria-hidden="true" {...frame} width="24" height="24">
      <rect x="3.5" y="4.5" width="17" height="15" rx="2.5" />
      <circle cx="9" cy="9.75" r="1.75" />
      <path d="m4 17 4.5-4 3.5 3 3.5-4 4.5 4.5" />
    </svg>
  )
}

/** A label on a string: the empty history. */
export function TagIcon() {
  return (
    <svg aria-hidden="true" {...frame} width="40" height="40" stroke-width="1.25">
      <path d="M12.5 4H19a1 1 0 0 1 1 1v6.5L11.7 20a1 1 0 0 1-1.4 0L4 13.7a1 1 0 0 1 0-1.4Z" />
      <circle cx="16" cy="8" r="1.4" />
    </svg>
  )
}
