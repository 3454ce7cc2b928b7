import type { ComponentChildren } from 'preact'
import { text } from '../i18n/text.ts'

/** In page order. Each name is also the URL fragment of its section, as in `index.html#sites`. */
export const sections = [
  'engine',
  'badges',
  'sites',
  'accessibility',
  'shortcuts',
  'taught',
  'history',
  'about',
] as const
export type SectionName = (typeof sections)[number]

interface SectionProps {
  name: SectionName
  hint?: string
  children: ComponentChildren
}

/** A section of the page with its heading. */
export function Section({ name, hint, children }: SectionProps) {
  return (
    <section id={name} aria-labelledby={`${name}-title`} tabIndex={-1}>
      <h2 id={`${name}-title`}>{text(`options_${name}`)}</h2>
      {hint && <p class="soft">{hint}</p>}
      {children}
    </section>
  )
}
