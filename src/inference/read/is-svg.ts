/**
 * Whether browsers take a file of this media type for an SVG, as they do of no other. What it takes to draw one has no
 * limit: a thousand bytes can keep a process busy for ever.
 */
export function isSvg(type: string): boolean {
  return /^\s*image\/svg/i.test(type)
}
