import { expect, it } from 'vitest'
import { whyNotWhole } from './part-shown.ts'

it.each([
  // Whole, or cropped like a picture.
  ['cover', '0% 0%', undefined],
  ['contain', '-10px 0px', undefined],
  ['auto', '0% 0%', undefined],
  ['auto', '50% 50%', undefined],
  ['100% auto', '0px 0px', undefined],
  ['110% 110%', '50% 50%', undefined],
  ['100px 120px', '0px -10px', undefined],
  // Parts of sprite sheets.
  ['auto', '-40px 0px', 'sprite'],
  ['auto', '0px -200px', 'sprite'],
  ['400% 300%', '33.3% 50%', 'sprite'],
  ['300px', '0px 0px', 'sprite'],
  ['100px 100px', '120px 0px', 'sprite'],
  // Tiles and icons.
  ['20px', '0% 0%', 'small'],
  ['20px 100px', '50% 50%', 'small'],
  ['10% 10%', '0% 0%', 'small'],
])('of size %s at %s is %s', (size, position, why) => {
  const style = { getPropertyValue: (name: string) => ({ size, position })[name.replace('background-', '')] ?? '' }
  expect(whyNotWhole(style as CSSStyleDeclaration, 'background', 0, () => ({ width: 100, height: 100 }))).toBe(why)
})

it('uses the values of its own layer, which repeat', () => {
  const style = { getPropertyValue: (name: string) => ({ 'mask-size': 'cover, 20px' })[name] ?? '0% 0%' }
  const why = [0, 1, 2, 3].map(layer =>
    whyNotWhole(style as CSSStyleDeclaration, 'mask', layer, () => ({ width: 100, height: 100 })),
  )
  expect(why).toEqual([undefined, 'small', undefined, 'small'])
})
