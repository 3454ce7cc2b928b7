/** Line drawings, in the colour of the text around them. */
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

/** Looks for something. */
export function SearchIcon() {
  return (
    <svg aria-hidden="true" {...frame} width="16" height="16">
      <circle cx="10.5" cy="10.5" r="6" />
      <path d="m15 15 5 5" />
    </svg>
  )
}

/** A favourite; CSS fills it. */
export function StarIcon() {
  return (
    <svg aria-hidden="true" {...frame} width="16" height="16">
      <path d="m12 3.8 2.5 5.2 5.7.8-4.1 4 1 5.7-5.1-2.7-5.1 2.7 1-5.7-4.1-4 5.7-.8Z" />
    </svg>
  )
}

/** Copies to the clipboard. */
export function CopyIcon() {
  return (
    <svg aria-hidden="true" {...frame} width="16" height="16">
      <rect x="8.5" y="8.5" width="11" height="11" rx="2" />
      <path d="M5 15.5H4.5v-9a2 2 0 0 1 2-2h9V5" />
    </svg>
  )
}

/** Done. */
export function CheckIcon() {
  return (
    <svg aria-hidden="true" {...frame} width="16" height="16" stroke-width="2.25">
      <path d="m5 12.5 4.5 4.5L19 7.5" />
    </svg>
  )
}

/** What was seen before. */
export function HistoryIcon() {
  return (
    <svg aria-hidden="true" {...frame} width="18" height="18">
      <path d="M4.5 12a7.5 7.5 0 1 0 2.4-5.5L4.5 8.7M4.5 4.5v4.2h4.2M12 8v4.3l2.8 1.7" />
    </svg>
  )
}

/** What can be set. */
export function SettingsIcon() {
  return (
    <svg aria-hidden="true" {...frame} width="18" height="18">
      <path d="M4 7.5h9M17.5 7.5H20M4 16.5h2.5M11 16.5h9" />
      <circle cx="15.2" cy="7.5" r="2.3" />
      <circle cx="8.8" cy="16.5" r="2.3" />
    </svg>
  )
}
