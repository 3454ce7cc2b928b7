import type { ComponentChildren } from 'preact'

interface IconProps {
  /** Width and height in CSS pixels. */
  size?: number
  /** Line width in units of the 24×24 view box. */
  stroke?: number
  children: ComponentChildren
}

/** A line drawing in the current text colour. Hidden from screen readers: the text around it gives the meaning. */
export function Icon({ size = 16, stroke = 1.75, children }: IconProps) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      stroke-width={stroke}
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      {children}
    </svg>
  )
}
