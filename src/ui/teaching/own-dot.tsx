/** A dot in the colour of an own kind, beside its name. @param colour as `#rrggbb`; undefined if the kind is gone */
export function OwnDot({ colour }: { colour: string | undefined }) {
  return <span class="own-dot" style={{ '--own': colour }} aria-hidden="true" />
}
