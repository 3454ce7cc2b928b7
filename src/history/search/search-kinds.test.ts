import { expect, it } from 'vitest'
import { ids, tag } from '../../../tests/helpers/fresh-history.ts'
import type { Labels } from '../labels.ts'
import { Entries } from './entries.ts'
import { facetsOf } from './facets.ts'
import { fold } from './fold.ts'
import type { Query } from './query.ts'
import type { Sort } from './sort.ts'

/** Tags `boots`, `shoes` …, each newer than the one before, from pages that say nothing about garments. */
const labels: Record<string, Labels> = {
  boots: { garment: 'Shoes', kind: 'Boot' },
  shoes: { garment: 'Shoes' },
  clogs: { garment: 'Shoes', kind: 'Clog' },
  cap: { garment: 'Hat', kind: 'Cap' },
  dress: { garment: 'none', kind: 'Dress' },
  poncho: { garment: 'none', kind: 'Poncho' },
}
const entries = new Entries()
Object.entries(labels).forEach(([id, shown], i) => {
  const { thumbnail: _, embedding: __, ...metadata } = tag(id, i, { pageTitle: 'Sale', pageUrl: 'https://a.example/' })
  entries.set(id, { ...metadata, ...shown })
})
const found = (query: Query, sort: Sort = 'oldest') => ids(entries.search(query, sort)).join(' ')

const names = {
  classes: { Shoes: fold('Schuhe Shoes'), Hat: fold('Hut Hat') },
  kinds: { Boot: fold('Stiefel Boot Boots'), Dress: fold('Kleid Kleider Dress Dresses'), Cap: fold('Kappe Cap') },
}

it.each<[Query, string]>([
  [{ kinds: ['Boot'] }, 'boots'],
  [{ garments: ['Shoes'] }, 'boots shoes clogs'],
  [{ garments: ['Shoes'], kinds: ['Boot'] }, 'boots'],
  [{ garments: ['Shoes', 'Hat'], kinds: ['Boot'] }, 'boots cap'],
  [{ garments: ['Shoes'], kinds: ['Dress'] }, 'boots shoes clogs dress'],
  [{ kinds: ['Dress', 'Cap'] }, 'cap dress'],
  [{ kinds: ['Poncho'] }, 'poncho'],
  [{ kinds: ['Clog'] }, ''],
  [{ kinds: ['Skirt'] }, ''],
  [{ kinds: [], garments: [] }, 'boots shoes clogs cap dress poncho'],
  [{ words: 'stiefel', names }, 'boots'],
  [{ words: 'Boots sale', names }, 'boots'],
  [{ words: 'schuhe', names }, 'boots shoes clogs'],
  [{ words: 'kleider', names }, 'dress'],
  [{ words: 'kleider', names, garments: ['Hat'] }, ''],
  [{ words: 'ponch' }, 'poncho'],
  [{ words: 'none', names }, ''],
])('finds %j', (query, expected) => expect(found(query)).toBe(expected))

it('sorts by class, then by kind, with what it does not know at the end', () => {
  expect(found({}, 'garment')).toBe('cap clogs shoes boots dress poncho')
})

it('counts kinds as people see them', () => {
  const { garments, kinds } = facetsOf(entries.search({}))
  expect(Object.fromEntries(garments)).toEqual({ Shoes: 3, Hat: 1, none: 2 })
  expect(Object.fromEntries(kinds)).toEqual({ Boot: 1, Cap: 1, Dress: 1, Poncho: 1 })
})
