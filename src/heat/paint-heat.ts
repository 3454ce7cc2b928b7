import { valueAt } from './value-at.ts'

/**
 * Five colours of Inferno, a perceptually uniform colour map that also works for colour-blind people (Smith and van der
 * Walt, matplotlib, CC0). It starts a little above black, which would look like a shadow on a photograph.
 */
const RAMP = [
  [66, 10, 104],
  [147, 38, 103],
  [221, 81, 58],
  [252, 165, 10],
  [252, 255, 164],
] as const

/** Opacity at the maximum: the garment must remain visible. */
const MAX_OPACITY = 0.75

/**
 * Paints an activation map as a heat map: bright yellow where it is 1, transparent where it is 0.
 * @param canvas painted at its own resolution; it is stretched over the whole picture, whatever its aspect ratio
 * @param map 49 numbers of 0..1, row by row
 */
export function paintHeat(canvas: HTMLCanvasElement, map: readonly number[]): void {
  const { width, height } = canvas
  const pixels = new ImageData(width, height)
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i += 4) {
      const value = valueAt(map, (x + 0.5) / width, (y + 0.5) / height)
      pixels.data.set(colourOf(value), i)
    }
  canvas.getContext('2d')?.putImageData(pixels, 0, 0)
}

/** RGBA bytes for a value of 0..1. */
function colourOf(value: number): number[] {
  const position = value * (RAMP.length - 1)
  const step = Math.min(RAMP.length - 2, Math.floor(position))
  const [from, to] = [RAMP[step], RAMP[step + 1]] as [(typeof RAMP)[number], (typeof RAMP)[number]]
  const mix = (channel: 0 | 1 | 2) => from[channel] + (to[channel] - from[channel]) * (position - step)
  return [mix(0), mix(1), mix(2), 255 * MAX_OPACITY * value]
}
