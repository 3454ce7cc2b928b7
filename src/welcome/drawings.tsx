/** Size of the small drawings of the three ways to use the extension, in the colours of the page. */
const frame = { viewBox: '0 0 120 72', width: '120', height: '72' } as const

const shirt = 'M34 18 46 12h12l12 6 8 12-9 5-3-4v27H38V31l-3 4-9-5Z'

/** A picture with its context menu open. */
export function MenuDrawing() {
  return (
    <svg aria-hidden="true" {...frame}>
      <path class="garment" d={shirt} />
      <rect class="panel" x="58" y="28" width="56" height="34" rx="5" />
      <rect class="line" x="65" y="36" width="34" height="4" rx="2" />
      <rect class="chosen" x="60" y="44" width="52" height="10" rx="3" />
      <rect class="on-chosen" x="65" y="47" width="40" height="4" rx="2" />
    </svg>
  )
}

/** Pictures with badges. */
export function BadgeDrawing() {
  return (
    <svg aria-hidden="true" {...frame}>
      {[4, 44, 84].map((x, i) => (
        <g key={x}>
          <rect class="panel" x={x} y="10" width="32" height="40" rx="4" />
          <rect class="line" x={x + 4} y="56" width="20" height="4" rx="2" />
          {i !== 1 && <rect class="chosen" x={x + 3} y="13" width="20" height="9" rx="4.5" />}
          {i !== 1 && <rect class="on-chosen" x={x + 7} y="16" width="12" height="3" rx="1.5" />}
        </g>
      ))}
    </svg>
  )
}

/** The popup below its toolbar button. */
export function PopupDrawing() {
  return (
    <svg aria-hidden="true" {...frame}>
      <rect class="line" x="8" y="8" width="92" height="8" rx="4" />
      <circle class="chosen" cx="108" cy="12" r="6" />
      <rect class="panel" x="52" y="22" width="62" height="46" rx="5" />
      {[46, 30, 14].map((width, i) => (
        <rect key={width} class={i ? 'line' : 'chosen'} x="60" y={32 + i * 11} width={width} height="5" rx="2.5" />
      ))}
    </svg>
  )
}
