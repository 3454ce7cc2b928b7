import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const tokens = readFileSync('src/ui/theme/tokens.css', 'utf8')
const overlay = readFileSync('src/page/core/overlay/overlay.css', 'utf8')
const [usual = '', more = ''] = tokens.split('@media (prefers-contrast: more)').map(part => part.split('@media')[0])

/** Pairs of text colour and background. */
const written = [
  ['ink', 'ground'],
  ['ink', 'raised'],
  ['ink', 'accent-soft'],
  ['ink', 'trouble-soft'],
  ['ink-soft', 'ground'],
  ['ink-soft', 'raised'],
  ['accent', 'ground'],
  ['accent', 'raised'],
  ['accent', 'accent-soft'],
  ['on-accent', 'accent'],
  ['ground', 'accent'],
  ['ground', 'ink'],
  ['trouble', 'ground'],
  ['trouble', 'raised'],
  ['trouble', 'trouble-soft'],
] as const

describe.each(['light', 'dark'] as const)('in the %s scheme', scheme => {
  it.each(written)('%s is readable on %s', (text, ground) => {
    expect(contrast(colour(usual, text, scheme), colour(usual, ground, scheme))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(written)('%s is readable on %s with increased contrast', (text, ground) => {
    expect(contrast(colour(more, text, scheme), colour(more, ground, scheme))).toBeGreaterThanOrEqual(7)
  })

  it('has visible edges', () => {
    for (const ground of ['ground', 'raised'])
      expect(contrast(colour(usual, 'edge', scheme), colour(usual, ground, scheme))).toBeGreaterThanOrEqual(3)
  })
})

it('uses the same dark colours in the overlay', () => {
  for (const token of ['ground', 'accent']) expect(overlay).toContain(colour(usual, token, 'dark'))
})

/** Returns the colour of a token as `#rrggbb`. Without a high-contrast variant, the usual colour applies. */
function colour(part: string, token: string, scheme: 'light' | 'dark'): string {
  const found = new RegExp(`--${token}: light-dark\\((#\\w{6}), (#\\w{6})\\)`)
  const [, light, dark] = found.exec(part) ?? found.exec(usual) ?? []
  if (!light || !dark) throw new Error(`There is no colour ${token}.`)
  return scheme === 'light' ? light : dark
}

/** Contrast ratio of WCAG 2, in 1..21. */
function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map(at => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
