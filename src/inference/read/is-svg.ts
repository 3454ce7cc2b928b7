/**
 * Whether browsers treat a file of this media type as an SVG. Drawing an SVG has no upper bound on time: a thousand bytes
 * can keep a process busy for ever.
 */
export function isSvg(type: string): boolean {
  return /^\s*image\/svg/i.test(type)
}
