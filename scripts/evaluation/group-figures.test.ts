import { expect, test } from 'vitest'
import { judged } from '../../tests/helpers/judged.ts'
import { groupFigures } from './group-figures.ts'
import { figuresOf } from './metrics.ts'
import { allAsText, timeAsText } from './print-figures.ts'
import type { Listed } from './sources.ts'

const hat = { ...judged('Hat', { Hat: 0.9 }), file: '/d/Hat/a.jpg', kind: '', said: undefined, kindLogits: [] }
const missed = {
  ...judged('Hat', { none: 0.9 }),
  file: '/d/Beanie/b.jpg',
  kind: 'Beanie',
  said: undefined,
  kindLogits: [],
}
const hoodie = { ...hat, truth: 'ambiguous' as const, file: '/d/Hoodie/c.jpg', kind: 'Hoodie' }
const sweater = { ...missed, truth: 'ambiguous' as const, file: '/d/ambiguous/d.jpg', kind: '' }
const listed: Listed = {
  file: 'Hat/a.jpg',
  label: 'Hat',
  source: 'shop',
  split: 'val',
  group: '',
  kind: 'Cap',
  shot: 'worn',
}
const manifest = new Map([
  ['/d/Hat/a.jpg', listed],
  ['/d/ambiguous/d.jpg', { ...listed, kind: 'Sweater', source: '' }],
])

test('groups by source, shot and kind, and counts which ambiguous pictures would be badged', () => {
  const groups = groupFigures({ judged: [hat, missed], ambiguous: [hoodie, sweater] }, manifest)
  expect(groups.bySource).toMatchObject({ shop: { n: 1, top1: 1 }, 'not in the manifest': { n: 1, top1: 0 } })
  expect(groups.byShot).toMatchObject({ worn: { n: 1, top1: 1 } })
  expect(groups.byKind).toMatchObject({
    Cap: { n: 1, classRight: 1 },
    Beanie: { n: 1, classRight: 0, badged: 0 },
    Hoodie: { n: 1, classRight: null, badged: 1 },
    Sweater: { n: 1, badged: 0 },
  })
  expect(groups.ambiguous).toEqual({ n: 2, badged: 0.5 })
  const text = allAsText(figuresOf([hat, missed]), groups)
  for (const part of ['source ', 'shot ', 'kind ', 'ambiguous ', 'class '])
    expect(text).toMatch(new RegExp(`^${part}`, 'm'))
  expect(text).toContain('50.0 %  of 2 badged as one of the ten')
})

test('leaves out the groups of which nothing is known', () => {
  const groups = groupFigures({ judged: [hat], ambiguous: [] }, new Map())
  expect(groups).toEqual({
    bySource: {},
    byShot: {},
    byKind: {},
    kindRight: null,
    kindRightOfTen: null,
    ambiguous: { n: 0, badged: null },
  })
  expect(allAsText(figuresOf([hat]), groups)).toMatch(/^class /)
})

test('says nothing of a time that nobody measured', () => {
  expect(timeAsText(8.26)).toMatch(/^8\.3 ms/)
  expect(timeAsText(Number.NaN)).toMatch(/^– ms/)
})
