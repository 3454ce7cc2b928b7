import { describe, expect, it } from 'vitest'
import { dayOf, lastDayBefore, startOf } from './day.ts'
import { everything, isFiltered, toggled, type View } from './view.ts'
import { fromParams, tagOf, toParams } from './view-params.ts'

const id = '0f'.repeat(32)

describe('the URL of a view', () => {
  const view: View = {
    query: {
      words: 'red & blue',
      garments: ['Jacket', 'T-Shirt'],
      kinds: ['Coat', 'Dress', 'Poncho'],
      sites: ['a.example', 'b.example:8080'],
      colours: ['navy'],
      from: new Date(2026, 10, 1).getTime(),
      until: new Date(2026, 10, 26).getTime(),
      minConfidence: 0.8,
      by: 'asked',
      isFavourite: true,
    },
    sort: 'least-sure',
    like: id,
  }

  it('contains everything', () => {
    expect(fromParams(toParams(view))).toEqual(view)
    expect(toParams(view)).toContain('class=Jacket&class=T-Shirt')
    expect(toParams(view)).toContain('from=2026-11-01&until=2026-11-25')
  })

  it('is empty for the default view', () => {
    expect(toParams(everything)).toBe('')
    expect(fromParams('')).toEqual(everything)
  })

  it('is read as far as it is valid', () => {
    const odd =
      '?class=Dress&class=Hat&kind=%3Cb%3E&kind=&colour=mauve&from=yesterday&until=2026-13-01&sure=many&by=me&sort=up&like=x&site='
    expect(fromParams(odd)).toEqual({ query: { garments: ['Hat'] }, sort: 'newest' })
    expect(fromParams('?sure=101')).toEqual(everything)
  })
})

it('reads the open tag from the fragment', () => {
  expect(tagOf(`#tag=${id}`)).toBe(id)
  expect(tagOf('#tag=<b>')).toBeUndefined()
  expect(tagOf('')).toBeUndefined()
})

it('converts between days and times', () => {
  expect(dayOf(new Date(2026, 0, 5, 23, 59).getTime())).toBe('2026-01-05')
  expect(startOf('2026-01-05')).toBe(new Date(2026, 0, 5).getTime())
  expect(startOf('2026-02-28', 1)).toBe(new Date(2026, 2, 1).getTime())
  expect(lastDayBefore(new Date(2026, 2, 1).getTime())).toBe('2026-02-28')
  expect(startOf('2026-02-30')).toBeUndefined()
})

it('treats empty filters as no filters', () => {
  expect(isFiltered({ words: '', garments: [], from: undefined })).toBe(false)
  expect(isFiltered({ isFavourite: true })).toBe(true)
  expect([toggled(['a', 'b'], 'a'), toggled(['a'], 'b'), toggled(undefined, 'b')]).toEqual([['b'], ['a', 'b'], ['b']])
})
