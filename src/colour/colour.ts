/** A colour in OKLCH, where equal distances look equal (Ottosson 2020, https://bottosson.github.io/posts/oklab/). */
export interface Colour {
  /** 0 is black, 1 is white. */
  lightness: number
  /** 0 is grey; the most saturated sRGB colours have about 0.32. */
  chroma: number
  /** Degrees, 0..360: 29 red, 110 yellow, 142 green, 264 blue. Meaningless if `chroma` is about 0. */
  hue: number
}

/** A colour in OKLab: its lightness and two axes, green to red and blue to yellow. */
export type Lab = [lightness: number, a: number, b: number]

/** Converts sRGB bytes, integers of 0..255, to OKLab. */
export function toLab(red: number, green: number, blue: number): Lab {
  const [r, g, b] = [linear[red] ?? 0, linear[green] ?? 0, linear[blue] ?? 0]
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

export function toColour([lightness, a, b]: Lab): Colour {
  const degrees = (Math.atan2(b, a) * 180) / Math.PI
  return { lightness, chroma: Math.hypot(a, b), hue: (degrees + 360) % 360 }
}

/** Degrees between two hues, 0..180. */
export function hueDistance(one: number, other: number): number {
  const distance = Math.abs(one - other) % 360
  return Math.min(distance, 360 - distance)
}

/** Linear intensity of each sRGB byte. Precomputed, because powers are slow. */
const linear = Float64Array.from({ length: 256 }, (_, byte) => {
  const value = byte / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
})
