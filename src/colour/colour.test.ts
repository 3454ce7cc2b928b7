import { describe, expect, it } from 'vitest'
import { hueDistance, toColour, toLab } from './colour.ts'
import { type ColourName, colourName } from './colour-name.ts'
import { garmentColours } from './garment-colours.ts'
import type { Pixels } from './sample-picture.ts'

type Rgb = [number, number, number]

const ofHex = (hex: string) =>
  toColour(toLab(...([0, 2, 4].map(at => Number.parseInt(hex.slice(at, at + 2), 16)) as Rgb)))

describe('toLab and toColour', () => {
  // https://www.w3.org/TR/css-color-4/#ok-lab and its sample code
  it.each([
    ['ffffff', 1, 0, undefined],
    ['000000', 0, 0, undefined],
    ['ff0000', 0.628, 0.258, 29.2],
    ['00ff00', 0.866, 0.295, 142.5],
    ['0000ff', 0.452, 0.313, 264.1],
  ])('#%s', (hex, lightness, chroma, hue) => {
    const colour = ofHex(hex)
    expect(colour.lightness).toBeCloseTo(lightness, 3)
    expect(colour.chroma).toBeCloseTo(chroma, 3)
    if (hue !== undefined) expect(colour.hue).toBeCloseTo(hue, 1)
  })

  it('measures hue distance the short way around the circle', () => {
    expect([hueDistance(350, 10), hueDistance(10, 350), hueDistance(0, 180), hueDistance(90, 90)]).toEqual([
      20, 20, 180, 0,
    ])
  })
})

describe('colourName', () => {
  const named: [ColourName, ...string[]][] = [
    ['black', '000000', '111111', '1a1a1f', '262626'],
    ['grey', '808080', '555555', '9a9fa5', '6e6a66'],
    ['white', 'ffffff', 'f5f5f5', 'faf6ef', 'e3e3e3'],
    ['beige', 'f5deb3', 'd2b48c', 'c9b79c', 'e8dcc8'],
    ['brown', '8b4513', '5c4033', '6f4e37', '63352e'],
    ['red', 'ff0000', 'b22222', '8b0000', 'cc2233'],
    ['orange', 'ff8c00', 'f97316', 'e8702a'],
    ['yellow', 'ffff00', 'ffd700', 'f4d03f'],
    ['green', '008000', '2e8b57', '00ff00', '98d8a0', '556b2f'],
    ['teal', '008080', '20b2aa', '40e0d0'],
    ['blue', '0000ff', '4169e1', '87ceeb', '5b7fa6'],
    ['navy', '000080', '1b2a49', '14213d'],
    ['purple', '800080', '6a0dad', '9370db'],
    ['pink', 'ffc0cb', 'ff69b4', 'f8a5a5'],
  ]
  it.each(named)('calls them %s', (name, ...hexes) => {
    expect(hexes.map(hex => [hex, colourName(ofHex(hex))])).toEqual(hexes.map(hex => [hex, name]))
  })
})

/** Paints a picture with a function of the position in fractions. Undefined is transparent. */
function paint(colourAt: (x: number, y: number) => Rgb | undefined, width = 100, height = 120): Pixels {
  const data = new Uint8ClampedArray(width * height * 4)
  for (let i = 0; i < width * height; i++) {
    const colour = colourAt(((i % width) + 0.5) / width, (Math.floor(i / width) + 0.5) / height)
    data.set(colour ? [...colour, 255] : [255, 0, 0, 0], i * 4)
  }
  return { data, width, height }
}

const white: Rgb = [255, 255, 255]
const navy: Rgb = [20, 30, 70]
const red: Rgb = [200, 20, 30]
const grass: Rgb = [40, 140, 50]
const isMiddle = (x: number, y: number) => Math.abs(x - 0.5) < 0.2 && Math.abs(y - 0.5) < 0.2
const names = (pixels: Pixels, map?: number[]) => garmentColours(pixels, map).map(colourName)

describe('garmentColours', () => {
  it('ignores a plain background and sees a small garment on it', () => {
    expect(names(paint((x, y) => (isMiddle(x, y) ? navy : white)))).toEqual(['navy'])
  })

  it('ignores a transparent background', () => {
    expect(names(paint((x, y) => (isMiddle(x, y) ? red : undefined)))).toEqual(['red'])
  })

  it('recognises white cloth on a white background', () => {
    expect(names(paint(() => white))).toEqual(['white'])
    expect(names(paint((x, y) => (isMiddle(x, y) ? [236, 236, 238] : white)))).toEqual(['white'])
  })

  it('ignores the background seen through glasses', () => {
    const frame = (x: number, y: number) => isMiddle(x, y) && Math.max(Math.abs(x - 0.5), Math.abs(y - 0.5)) > 0.15
    expect(names(paint((x, y) => (frame(x, y) ? navy : white)))[0]).toBe('navy')
  })

  it('lists colours by share, without small details such as buttons', () => {
    const colours = garmentColours(
      paint((x, y) => (!isMiddle(x, y) ? white : y < 0.42 ? red : x > 0.49 && x < 0.51 ? grass : navy)),
    )
    expect(colours.map(colourName)).toEqual(['navy', 'red'])
    expect(colours[0]?.share).toBeGreaterThan(colours[1]?.share ?? 1)
    expect(colours.reduce((sum, { share }) => sum + share, 0)).toBeLessThanOrEqual(1)
  })

  it('counts cloth with folds as one colour', () => {
    const folds = (x: number) => 1 - 0.35 * Math.abs(Math.sin(x * 40))
    const cloth = paint((x, y) => (isMiddle(x, y) ? [20, 120 * folds(x), 210 * folds(x)] : white))
    expect(names(cloth)).toEqual(['blue'])
  })

  it('relies on the activation map when the background is not plain', () => {
    const halves = paint((x, y) => (x < 0.5 ? red : y < 0.5 ? grass : [90, 160, 220]))
    const right = Array.from({ length: 49 }, (_, i) => (i % 7 > 3 && i < 21 ? 1 : 0))
    expect(names(halves, right)[0]).toBe('green')
    expect(names(halves)[0]).toBe('red')
  })

  it('finds no colour in a fully transparent picture', () => {
    expect(garmentColours(paint(() => undefined))).toEqual([])
  })

  it('handles pictures of one pixel and of one row', () => {
    expect(names(paint(() => red, 1, 1))).toEqual(['red'])
    expect(names(paint(() => red, 300, 1))).toEqual(['red'])
  })

  it('rounds numbers to few digits', () => {
    const [colour] = garmentColours(paint((x, y) => (isMiddle(x, y) ? [201, 33, 67] : white)))
    expect(JSON.stringify(colour)?.length).toBeLessThan(70)
  })
})
