import { describe, expect, it } from 'vitest'
import { ids, tag } from '../../../tests/helpers/fresh-history.ts'
import { type Garment, garments } from '../../apparel/classes.ts'
import type { TagMetadata } from '../tag.ts'
import { Entries } from './entries.ts'
import { facetsOf } from './facets.ts'
import { fold } from './fold.ts'
import type { Query } from './query.ts'
import type { Sort } from './sort.ts'

const classNames = Object.fromEntries(garments.map(garment => [garment, fold(garment)])) as Record<Garment, string>
const kindNames = { Boot: fold('Stiefel'), Dress: fold('Kleid Dress'), Cap: fold('Kappe') }

const navy = { lightness: 0.3, chroma: 0.08, hue: 265, share: 0.7 }
const white = { lightness: 0.98, chroma: 0, hue: 0, share: 0.3 }

function entriesOf(...tags: (Partial<TagMetadata> & { id: string })[]): Entries {
  const entries = new Entries()
  tags.forEach(({ id, ...rest }, i) => {
    const { thumbnail: _, embedding: __, ...metadata } = tag(id, i)
    entries.set(id, { ...metadata, ...rest, id })
  })
  return entries
}

const found = (entries: Entries, query: Query, sort?: Sort) => ids(entries.search(query, sort)).join(' ')

describe('Entries', () => {
  const entries = entriesOf(
    { id: 'a', garment: 'Hat', confidence: 0.6, pageTitle: 'Crème de la crème', pageUrl: 'https://www.b.example/' },
    {
      id: 'b',
      garment: 'Shoes',
      kind: 'Sneaker',
      confidence: 0.9,
      pageTitle: 'Red running shoes',
      pageUrl: 'https://a.example/',
      by: 'asked',
    },
    {
      id: 'c',
      garment: 'Hat',
      confidence: 0.7,
      pageTitle: 'Sun hats',
      pageUrl: 'https://a.example/',
      colours: [navy, white],
    },
    { id: 'd', garment: 'Watch', confidence: 0.9, pageTitle: '腕時計セール', favouriteSince: 5, colours: [] },
    { id: 'e', garment: 'Shirt', confidence: 0.8, pageTitle: '', pageUrl: '', colours: [white] },
  )

  const names = { classes: { ...classNames, Watch: fold('Uhr'), Hat: fold('Hut') }, kinds: kindNames }

  it.each<[Query, string]>([
    [{}, 'e d c b a'],
    [{ garments: [], sites: [], colours: [], words: '' }, 'e d c b a'],
    [{ garments: ['Hat', 'Watch'] }, 'd c a'],
    [{ sites: ['a.example'] }, 'c b'],
    [{ sites: ['b.example', ''] }, 'e a'],
    [{ words: 'creme' }, 'a'],
    [{ words: 'CRÈ la' }, 'a'],
    [{ words: 'shoe RE' }, 'b'],
    [{ words: 'reme' }, ''],
    [{ words: 'hoes' }, ''],
    [{ words: '時計' }, 'd'],
    [{ words: '時セ' }, ''],
    [{ words: 'b.example' }, 'a'],
    [{ words: 'uhr', names }, 'd'],
    [{ words: 'uhr sun', names }, ''],
    [{ words: 'hut sun', names }, 'c'],
    [{ from: 1, until: 3 }, 'c b'],
    [{ minConfidence: 0.7, maxConfidence: 0.8 }, 'e c'],
    [{ by: 'asked' }, 'b'],
    [{ by: 'auto' }, 'e d c a'],
    [{ isFavourite: true }, 'd'],
    [{ isFavourite: false }, 'e c b a'],
    [{ colours: ['navy'] }, 'c'],
    [{ colours: ['white', 'navy'] }, 'e c'],
    [{ garments: ['Hat'], words: 'sun', colours: ['white'], from: 0 }, 'c'],
    [{ garments: ['Hat'], by: 'asked' }, ''],
  ])('finds %j', (query, expected) => expect(found(entries, query)).toBe(expected))

  it.each<[Sort, string]>([
    ['newest', 'e d c b a'],
    ['oldest', 'a b c d e'],
    ['surest', 'd b e c a'],
    ['least-sure', 'a c e d b'],
    ['garment', 'c a e b d'],
    ['site', 'e c b a d'],
  ])('sorts by %s, newest first among equals', (sort, expected) => expect(found(entries, {}, sort)).toBe(expected))

  it('follows changes', () => {
    const changing = entriesOf({ id: 'a' }, { id: 'b' })
    expect(found(changing, {})).toBe('b a')
    const { thumbnail: _, embedding: __, ...again } = tag('a', 9, { pageTitle: 'Again' })
    changing.set('a', again)
    changing.delete('nowhere')
    expect(found(changing, {})).toBe('a b')
    expect(found(changing, { words: 'again' })).toBe('a')
    changing.delete('a')
    expect(found(changing, {})).toBe('b')
    changing.clear()
    expect(changing.size).toBe(0)
  })

  it('counts its results', () => {
    const { garments, sites, colours } = facetsOf(entries.search({}))
    expect(garments.get('Hat')).toBe(2)
    expect([...sites]).toEqual([
      ['a.example', 2],
      ['shop.example', 1],
      ['b.example', 1],
    ])
    expect(Object.fromEntries(colours)).toMatchObject({ navy: 1, white: 2 })
  })
})
