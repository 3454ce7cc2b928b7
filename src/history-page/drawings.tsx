/** Line drawings of the history page, in the colour of the text around them. */
const frame = {
  viewBox: '0 0 24 24',
  fill: 'none',
  stroke: 'currentColor',
  'stroke-width': '1.75',
  'stroke-linecap': 'round',
  'stroke-linejoin': 'round',
} as const

export function CheckIcon() {
  return (
    <svg aria-hidden="true" {...frame} width="14" height="14" stroke-width="2.5">
      <path d="m5 12.5 4.5 4.5L19 7.5" />
    </svg>
  )
}

/** Of favourites; CSS fills it. */
export function StarIcon({ size = 16 }: { size?: number }) {
  return (
    <svg aria-hidden="true" {...frame} width={size} height={size}>
      <path d="m12 3.8 2.5 5.2 5.7.8-4.1 4 1 5.7-5.1-2.7-5.1 2.7 1-5.7-4.1-4 5.7-.8Z" />
    </svg>
  )
}

export function SearchIcon() {
  return (
    <svg aria-hidden="true" {...frame} width="18" height="18">
      <circle cx="10.5" cy="10.5" r="6" />
      <path d="m15 15 5 5" />
    </svg>
  )
}

export function FilterIcon() {
  return (
    <svg aria-hidden="true" {...frame} width="16" height="16">
      <path d="M4 6h16M7 12h10M10.5 18h3" />
    </svg>
  )
}

/** Towards the previous or the next; CSS turns it for the direction of reading. */
export function ArrowIcon({ isBack = false }: { isBack?: boolean }) {
  return (
    <svg aria-hidden="true" {...frame} width="18" height="18">
      <path d={isBack ? 'm14.5 5.5-6.5 6.5 6.5 6.5' : 'm9.5 5.5 6.5 6.5-6.5 6.5'} />
    </svg>
  )
}

export function ImportIcon() {
  return (
    <svg aria-hidden="true" {...frame} width="16" height="16">
      <path d="M12 4v11m-4.5-4.5L12 15l4.5-4.5M4.5 19.5h15" />
    </svg>
  )
}

export function ExportIcon() {
  return (
    <svg aria-hidden="true" {...frame} width="16" height="16">
      <path d="M12 15V4M7.5 8.5 12 4l4.5 4.5M4.5 19.5h15" />
    </svg>
  )
}
