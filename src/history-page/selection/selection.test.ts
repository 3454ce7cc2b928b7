import { expect, it } from 'vitest'
import { all, anchorAt, extendTo, nothing, type Selection, toggle } from './selection.ts'

const list = ['a', 'b', 'c', 'd', 'e'].map(id => ({ id }))
const chosen = ({ ids }: Selection) => [...ids].sort().join('')

it('selects an item and deselects it again', () => {
  const one = toggle(nothing, 'b')
  expect(chosen(one)).toBe('b')
  expect(chosen(toggle(one, 'b'))).toBe('')
  expect(chosen(nothing)).toBe('')
})

it('extends a range from the anchor in either direction and shrinks it again', () => {
  const start = toggle(nothing, 'c')
  expect(chosen(extendTo(start, list, 4))).toBe('cde')
  expect(chosen(extendTo(extendTo(start, list, 4), list, 3))).toBe('cd')
  expect(chosen(extendTo(extendTo(start, list, 4), list, 0))).toBe('abc')
})

it('keeps items selected outside the range', () => {
  const two = toggle(toggle(nothing, 'a'), 'd')
  expect(chosen(extendTo(two, list, 4))).toBe('ade')
  expect(chosen(extendTo(anchorAt(two, 'c'), list, 2))).toBe('acd')
})

it('starts the range at its end if the anchor is gone', () => {
  expect(chosen(extendTo(toggle(nothing, 'gone'), list, 1))).toBe('bgone')
})

it('selects everything', () => {
  expect(chosen(all(list))).toBe('abcde')
})
