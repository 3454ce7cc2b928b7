import { describe, expect, it } from 'vitest'
import { type Garment, garments } from '../apparel/classes.ts'
import { toColour, toLab } from '../colour/colour.ts'
import type { GarmentColour } from '../colour/garment-colours.ts'
import { harmonyOf } from './harmony.ts'
import { type OutfitPart, partOf, partsBeyondTen } from './outfit-part.ts'
import { type Piece, suggestOutfit } from './suggest-outfit.ts'
import { wornWith } from './worn-with.ts'

/** @param colours CSS hex colours with their shares */
function colours(...colours: [hex: string, share: number][]): GarmentColour[] {
  return colours.map(([hex, share]) => {
    const [red = 0, green = 0, blue = 0] = [0, 2, 4].map(at => Number.parseInt(hex.slice(at, at + 2), 16))
    return { ...toColour(toLab(red, green, blue)), share }
  })
}
const one = (hex: string) => colours([hex, 0.9])

const white = 'f4f4f4'
const black = '121212'
const navy = '1b2a49'
const sky = '7fb2dc'
const blue = '2f5fa8'
const orange = 'd9803c'
const red = 'c02030'
const green = '3f8f4f'
const teal = '2f8f8f'
const violet = '7a3f9f'

describe('harmonyOf', () => {
  it.each([
    [white, red, 'neutral', ['white', 'red']],
    [green, navy, 'neutral', ['green', 'navy']],
    [black, white, 'neutral', ['black', 'white']],
    [sky, blue, 'tonal', ['blue', 'blue']],
    [black, black, 'tonal', ['black', 'black']],
    [teal, green, 'analogous', ['teal', 'green']],
    [blue, orange, 'complementary', ['blue', 'orange']],
    [violet, green, 'complementary', ['purple', 'green']],
    [red, green, 'triadic', ['red', 'green']],
  ])('%s and %s', (a, b, reason, names) => {
    const harmony = harmonyOf(one(a), one(b))
    expect(harmony).toMatchObject({ reason, colours: names })
    expect(harmonyOf(one(b), one(a))).toEqual({ ...harmony, colours: names.toReversed() })
    expect(harmony?.score).toBeGreaterThan(0)
    expect(harmony?.score).toBeLessThanOrEqual(1)
  })

  it('is undefined for unrelated or unknown colours', () => {
    expect(harmonyOf(one(orange), one(green))).toBeUndefined()
    expect(harmonyOf([], one(red))).toBeUndefined()
    expect(harmonyOf(one(red), [])).toBeUndefined()
  })

  it('recognises an accent', () => {
    const striped = colours([white, 0.6], [red, 0.3])
    expect(harmonyOf(striped, one(red))).toMatchObject({ reason: 'accent', colours: ['red', 'red'] })
    expect(harmonyOf(one(red), striped)).toMatchObject({ reason: 'accent', colours: ['red', 'red'] })
    expect(harmonyOf(striped, one(blue))).toMatchObject({ reason: 'neutral' })
  })

  it('prefers different shades to the same colour twice', () => {
    const score = (a: string, b: string) => harmonyOf(one(a), one(b))?.score ?? 0
    expect(score(blue, sky)).toBeGreaterThan(score(blue, blue))
    expect(score(white, black)).toBeGreaterThan(score(black, black))
    expect(score(white, navy)).toBeGreaterThan(score(black, navy))
  })
})

describe('wornWith', () => {
  it('lists each class once, and never the class itself or its alternatives', () => {
    for (const part of [...garments, ...partsBeyondTen]) {
      const others = wornWith(part)
      expect(others).not.toContain(part)
      expect(new Set(others).size).toBe(others.length)
    }
    expect(wornWith('Shirt')).not.toContain('T-Shirt')
    expect(wornWith('T-Shirt')).not.toContain('Shirt')
    expect(wornWith('Trouser')).not.toContain('Shorts')
    expect(wornWith('Shorts')).not.toContain('Trouser')
  })

  it('lets a dress stand for a top and for trousers', () => {
    const others = wornWith('Dress')
    for (const part of ['Shirt', 'T-Shirt', 'Trouser', 'Shorts', 'Skirt', 'Suit'] satisfies OutfitPart[])
      expect(others).not.toContain(part)
    expect(others).toEqual(expect.arrayContaining(['Shoes', 'Jacket', 'Cardigan', 'Bag']))
    expect(wornWith('Suit')).toEqual(expect.arrayContaining(['Shirt', 'Shoes', 'Tie']))
    expect(wornWith('Suit')).not.toContain('Jacket')
  })
})

it('knows which pictures are part of an outfit', () => {
  expect(partOf('Shoes', 'Boot')).toBe('Shoes')
  expect(partOf('none', 'Dress')).toBe('Dress')
  for (const kind of ['Swimwear', 'Face', 'Poncho', 'toString', undefined]) expect(partOf('none', kind)).toBeUndefined()
})

describe('suggestOutfit', () => {
  let time = 0
  const piece = (id: string, garment: Garment, hex: string, isFavourite = false): Piece => ({
    id,
    garment,
    kind: undefined,
    colours: one(hex),
    seenAt: ++time,
    isFavourite,
  })
  const shirt = piece('shirt', 'Shirt', sky)
  const idsOf = (outfit: ReturnType<typeof suggestOutfit>, garment: OutfitPart) =>
    outfit.get(garment)?.map(({ piece }) => piece.id)

  it('suggests other classes, in order and with the reason', () => {
    const outfit = suggestOutfit(
      shirt,
      [
        shirt,
        piece('tee', 'T-Shirt', white),
        piece('watch', 'Watch', orange),
        piece('shoes', 'Shoes', white),
        piece('trousers', 'Trouser', navy),
      ],
      3,
    )
    expect([...outfit.keys()]).toEqual(['Trouser', 'Shoes', 'Watch'])
    expect(outfit.get('Watch')?.[0]?.harmony).toMatchObject({ reason: 'complementary', colours: ['blue', 'orange'] })
  })

  it('leaves out garments that clash or have no known colours', () => {
    const clashing = piece('clashing', 'Shoes', orange)
    const unknown = { ...piece('unknown', 'Shoes', white), colours: [] }
    expect(suggestOutfit(piece('green', 'Shirt', green), [clashing, unknown], 3).size).toBe(0)
  })

  it('lists the best of each colour before the second best of any', () => {
    const pieces = [
      piece('navy old', 'Trouser', navy),
      piece('navy new', 'Trouser', navy),
      piece('black', 'Trouser', black),
      piece('white', 'Trouser', white),
    ]
    expect(idsOf(suggestOutfit(shirt, pieces, 4), 'Trouser')).toEqual(['black', 'navy new', 'white', 'navy old'])
    expect(idsOf(suggestOutfit(shirt, pieces, 1), 'Trouser')).toEqual(['black'])
  })

  it('tells boots from sandals, and prefers what is for the same occasion', () => {
    const of = (kind: string, piece: Piece): Piece => ({ ...piece, kind })
    const shoes = [
      of('Sandal', piece('sandals', 'Shoes', white)),
      of('Boot', piece('boots', 'Shoes', white)),
      of('Heel', piece('heels', 'Shoes', white)),
      piece('unknown', 'Shoes', white),
    ]
    const coat = of('Coat', piece('coat', 'Jacket', navy))
    // All are white, so that only the occasion decides, and then the time.
    expect(idsOf(suggestOutfit(coat, shoes, 4), 'Shoes')).toEqual(['heels', 'boots', 'unknown'])
    // Shorts have no other kind.
    const shorts = piece('shorts', 'Shorts', navy)
    expect(idsOf(suggestOutfit(shorts, shoes, 4), 'Shoes')?.[0]).toBe('sandals')
    expect(idsOf(suggestOutfit(shorts, shoes, 4), 'Shoes')).not.toContain('boots')
  })

  it('suggests shoes and a jacket for a dress, and a dress for shoes, but no trousers', () => {
    const dress: Piece = { ...piece('dress', 'Hat', navy), garment: 'none', kind: 'Dress' }
    const pieces = [
      piece('shoes', 'Shoes', white),
      piece('jacket', 'Jacket', white),
      piece('trousers', 'Trouser', white),
      dress,
    ]
    expect([...suggestOutfit(dress, pieces, 3).keys()]).toEqual(['Shoes', 'Jacket'])
    expect([...suggestOutfit(piece('others', 'Shoes', black), pieces, 3).keys()]).toContain('Dress')
    const bikini: Piece = { ...dress, kind: 'Swimwear' }
    expect(suggestOutfit(bikini, pieces, 3).size).toBe(0)
  })

  it('prefers favourites', () => {
    const pieces = [piece('favourite', 'Trouser', navy, true), piece('other', 'Trouser', black)]
    expect(idsOf(suggestOutfit(shirt, pieces, 2), 'Trouser')).toEqual(['favourite', 'other'])
  })
})
