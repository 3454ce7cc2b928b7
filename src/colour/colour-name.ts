import { type Colour, hueDistance } from './colour.ts'

/** Common names of clothing colours. Shown as `colour_<name>` of the locale. */
export const colourNames = [
  'black',
  'grey',
  'white',
  'beige',
  'brown',
  'red',
  'orange',
  'yellow',
  'green',
  'teal',
  'blue',
  'navy',
  'purple',
  'pink',
] as const
export type ColourName = (typeof colourNames)[number]

/** Upper ends of the hue ranges, in degrees. The range after the last end is pink, like the one before the first. */
const hues: [end: number, name: ColourName][] = [
  [14, 'pink'],
  [40, 'red'],
  [72, 'orange'],
  [116, 'yellow'],
  [165, 'green'],
  [215, 'teal'],
  [283, 'blue'],
  [332, 'purple'],
]

/** The best name for a colour. Cloth is duller than paint: slightly chromatic still counts as grey, and dark orange is brown. */
export function colourName(colour: Colour): ColourName {
  const { lightness, chroma, hue } = colour
  if (lightness < 0.2) return 'black'
  if (lightness < 0.42 && chroma > 0.025 && hueDistance(hue, 265) < 30) return 'navy'
  if (chroma < minTintChroma(colour)) return lightness < 0.33 ? 'black' : lightness < 0.84 ? 'grey' : 'white'
  if (isWarm(hue)) {
    if (lightness > 0.62 && chroma < (hue < 55 ? 0.06 : 0.085)) return 'beige'
    if (lightness < 0.6 && hue > 26 && chroma < (hue < 40 ? 0.09 : 0.135)) return 'brown'
  }
  if (lightness > 0.72 && hue < 40) return 'pink'
  return hues.find(([end]) => hue < end)?.[1] ?? 'pink'
}

/** The chroma above which a colour is no longer grey: lower for light colours and for warm tints. */
function minTintChroma({ lightness, hue }: Colour): number {
  return (
    (isWarm(hue) ? 0.02 : 0.034) - 0.016 * Math.max(0, lightness - 0.4) + (isWarm(hue) && lightness > 0.9 ? 0.012 : 0)
  )
}

function isWarm(hue: number): boolean {
  return hueDistance(hue, 68) < 42
}
