import { Icon } from './icon.tsx'

/** Closes or removes something. */
export function CrossIcon() {
  return (
    <Icon>
      <path d="m6 6 12 12M18 6 6 18" />
    </Icon>
  )
}

/** Deletes permanently. */
export function BinIcon() {
  return (
    <Icon>
      <path d="M4 7h16M10 7V4h4v3M6.5 7l1 13h9l1-13M10 11v5M14 11v5" />
    </Icon>
  )
}

/** Placeholder for a picture. */
export function PictureIcon() {
  return (
    <Icon size={24}>
      <rect x="3.5" y="4.5" width="17" height="15" rx="2.5" />
      <circle cx="9" cy="9.75" r="1.75" />
      <path d="m4 17 4.5-4 3.5 3 3.5-4 4.5 4.5" />
    </Icon>
  )
}

/** A tag on a string, for the empty history. */
export function TagIcon() {
  return (
    <Icon size={40} stroke={1.25}>
      <path d="M12.5 4H19a1 1 0 0 1 1 1v6.5L11.7 20a1 1 0 0 1-1.4 0L4 13.7a1 1 0 0 1 0-1.4Z" />
      <circle cx="16" cy="8" r="1.4" />
    </Icon>
  )
}

/** Searches. */
export function SearchIcon() {
  return (
    <Icon>
      <circle cx="10.5" cy="10.5" r="6" />
      <path d="m15 15 5 5" />
    </Icon>
  )
}

/** Opens the filters. */
export function FilterIcon() {
  return (
    <Icon>
      <path d="M4 6h16M7 12h10M10.5 18h3" />
    </Icon>
  )
}

/** A favourite; CSS fills it. */
export function StarIcon({ size = 16 }: { size?: number }) {
  return (
    <Icon size={size}>
      <path d="m12 3.8 2.5 5.2 5.7.8-4.1 4 1 5.7-5.1-2.7-5.1 2.7 1-5.7-4.1-4 5.7-.8Z" />
    </Icon>
  )
}

/** Previous or next. CSS mirrors it in right-to-left languages. */
export function ArrowIcon({ isBack = false }: { isBack?: boolean }) {
  return (
    <Icon size={18}>
      <path d={isBack ? 'm14.5 5.5-6.5 6.5 6.5 6.5' : 'm9.5 5.5 6.5 6.5-6.5 6.5'} />
    </Icon>
  )
}

/** Imports a file. */
export function ImportIcon() {
  return (
    <Icon>
      <path d="M12 4v11m-4.5-4.5L12 15l4.5-4.5M4.5 19.5h15" />
    </Icon>
  )
}

/** Exports to a file. */
export function ExportIcon() {
  return (
    <Icon>
      <path d="M12 15V4M7.5 8.5 12 4l4.5 4.5M4.5 19.5h15" />
    </Icon>
  )
}

/** Copies to the clipboard. */
export function CopyIcon() {
  return (
    <Icon>
      <rect x="8.5" y="8.5" width="11" height="11" rx="2" />
      <path d="M5 15.5H4.5v-9a2 2 0 0 1 2-2h9V5" />
    </Icon>
  )
}

/** Done or selected. */
export function CheckIcon({ size = 16, stroke = 2.25 }: { size?: number; stroke?: number }) {
  return (
    <Icon size={size} stroke={stroke}>
      <path d="m5 12.5 4.5 4.5L19 7.5" />
    </Icon>
  )
}

/** Opens the history. */
export function HistoryIcon() {
  return (
    <Icon size={18}>
      <path d="M4.5 12a7.5 7.5 0 1 0 2.4-5.5L4.5 8.7M4.5 4.5v4.2h4.2M12 8v4.3l2.8 1.7" />
    </Icon>
  )
}

/** Opens the settings. */
export function SettingsIcon() {
  return (
    <Icon size={18}>
      <path d="M4 7.5h9M17.5 7.5H20M4 16.5h2.5M11 16.5h9" />
      <circle cx="15.2" cy="7.5" r="2.3" />
      <circle cx="8.8" cy="16.5" r="2.3" />
    </Icon>
  )
}
