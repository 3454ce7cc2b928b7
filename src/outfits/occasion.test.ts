import { describe, expect, it } from 'vitest'
import { fitOf } from './occasion.ts'

describe('fitOf', () => {
  it.each([
    ['Boot', 'Coat', 'cold'],
    ['Sandal', 'Shorts', 'warm'],
    ['Joggers', 'Sneaker', 'sporty'],
    ['Jeans', 'T-Shirt', 'casual'],
    ['Blazer', 'Jeans', 'smart'],
    ['Tie', 'Suit', 'smart'],
  ])('%s and %s are both for one occasion: %s', (one, other, occasion) => {
    expect(fitOf(one, other)).toMatchObject({ occasion })
    expect(fitOf(other, one)).toEqual(fitOf(one, other))
  })

  it.each([
    ['Sandal', 'Coat'],
    ['Boot', 'Shorts'],
    ['Joggers', 'Blazer'],
    ['Sneaker', 'Suit'],
  ])('nobody wears %s and %s together', (one, other) => expect(fitOf(one, other)).toBeUndefined())

  it('accepts what is a step apart, but likes it less', () => {
    const { score = 0, occasion } = fitOf('Hoodie', 'Heel') ?? {}
    expect(score).toBeLessThan(0)
    expect(occasion).toBeUndefined()
  })

  it('has nothing to say about what goes with everything, or is not known', () => {
    for (const kind of ['Sunglasses', 'Wallet', 'Poncho', 'toString', undefined])
      expect(fitOf(kind, 'Suit')).toEqual({ score: 0 })
    expect(fitOf('Shoe', 'Shirt')).toEqual({ score: 0 })
  })
})
