import type { ComponentChildren } from 'preact'

interface IconProps {
  /** Width and height in CSS pixels. */
  size?: number
  /** Width of the lines, in units of 24 to the icon. */
  stroke?: number
  children: ComponentChildren
}

/** A line drawing in the colour of the text around it, which says what it means. */
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
