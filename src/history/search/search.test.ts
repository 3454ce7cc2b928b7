import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fill, freshHistory, ids, tag } from '../../../tests/helpers/fresh-history.ts'
import { type Garment, garments } from '../../apparel/classes.ts'
import type { TagMetadata } from '../tag.ts'
import { Entries } from './entries.ts'
import { siteOf } from './entry.ts'
import { facetsOf } from './facets.ts'
import { fold, needlesOf } from './fold.ts'
import type { Query } from './query.ts'
import type { Sort } from './sort.ts'

const classNames = Object.fromEntries(garments.map(garment => [garment, fold(garment)])) as Record<Garment, string>

describe('fold', () => {
  it.each([
    ['Running Shoes – 50% off!', ' running shoes 50 off'],
    ['  T-Shirt  ', ' t shirt'],
    ['Crème brûlée, Ångström, Łódź, smørrebrød', ' creme brulee angstrom lodz smorrebrod'],
    ['GROSSE Größe', ' grosse grosse'],
    ['ΟΔΟΣ οδός', ' οδοσ οδοσ'],
    ['İstanbul ISPARTA', ' istanbul isparta'],
    ['ﬁne Ｗｉｄｅ ①', ' fine wide 1'],
    ['Куртка ЗИМНЯЯ й', ' куртка зимняя и'],
    ['שָׁלוֹם', ' שלום'],
    ['', ''],
    ['–!?…', ''],
    ['👟 shoes', ' shoes'],
  ])('%s', (text, folded) => expect(fold(text)).toBe(folded))

  it('lets a word begin at any character of an unspaced script', () => {
    expect(fold('運動靴 Nike')).toBe(' 運 動 靴 nike')
    expect(fold('รองเท้า').startsWith(' ร อ ง')).toBe(true)
  })

  it('distinguishes か from が', () => {
    expect(fold('か')).not.toBe(fold('が'))
  })

  it('finds Korean while a syllable is still being composed', () => {
    expect(fold('한국').startsWith(fold('하'))).toBe(true)
  })

  it('makes a needle of each word, and none of punctuation', () => {
    expect(needlesOf(' Red  t-SHIRT & ')).toEqual([' red', ' t shirt'])
    expect(needlesOf(' \n ')).toEqual([])
  })

  it('accepts long texts of any kind', () => {
    for (const text of ['a'.repeat(100_000), '\u0301'.repeat(100_000), '靴'.repeat(100_000), '\ud800'])
      expect(fold(text)).toBeTypeOf('string')
  })
})

describe('siteOf', () => {
  it.each([
    ['https://www.shop.example/a?b', 'shop.example'],
    ['http://localhost:8080/', 'localhost:8080'],
    ['https://user:word@shop.example/', 'shop.example'],
    ['https://xn--bcher-kva.example', 'xn--bcher-kva.example'],
    ['about:blank', ''],
    ['', ''],
  ])('%s is of "%s"', (url, site) => expect(siteOf(url)).toBe(site))
})

const navy = { lightness: 0.3, chroma: 0.08, hue: 265, share: 0.7 }
const white = { lightness: 0.98, chroma: 0, hue: 0, share: 0.3 }

function entriesOf(...tags: (Partial<TagMetadata> & { id: string })[]): Entries {
  const entries = new Entries()
  tags.forEach(({ id, ...rest }, i) => {
    const { thumbnail: _, embedding: __, ...facts } = tag(id, i)
    entries.set(id, { ...facts, ...rest, id })
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

  const names = { ...classNames, Watch: fold('Uhr'), Hat: fold('Hut') }

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

describe('Catalogue', () => {
  let history: Awaited<ReturnType<typeof freshHistory>>
  let Catalogue: typeof import('./catalogue.ts').Catalogue
  const abort = { current: new AbortController() }
  beforeEach(async () => {
    history = await freshHistory()
    ;({ Catalogue } = await import('./catalogue.ts'))
    abort.current = new AbortController()
  })
  afterEach(() => abort.current.abort())

  const open = (onChange = () => {}) => new Catalogue(onChange, abort.current.signal)
  const all = (catalogue: { search(query: Query): { id: string }[] }) => ids(catalogue.search({})).join(' ')

  it('reads the whole history batch by batch', async () => {
    await fill(history, 1001)
    const seen: [number, boolean][] = []
    const catalogue = open(() => seen.push([catalogue.size, catalogue.isComplete]))
    expect(catalogue.isComplete).toBe(false)
    await catalogue.complete
    expect(seen).toEqual([
      [500, false],
      [1000, false],
      [1001, false],
      [1001, true],
    ])
    expect(ids(catalogue.search({ words: 'page t1000' }))).toEqual(['t1000'])
    expect(catalogue.get('t5')).toMatchObject({ garment: 'Shoes', site: 'shop.example', colourNames: ['blue'] })
  })

  it('is complete at once for an empty history', async () => {
    const catalogue = open()
    await catalogue.complete
    expect(catalogue.isComplete).toBe(true)
    expect(all(catalogue)).toBe('')
  })

  it('follows the changes of every context', async () => {
    await history.saveTag(tag('a', 1))
    const catalogue = open()
    await catalogue.complete
    await history.saveTag(tag('b', 2))
    await vi.waitFor(() => expect(all(catalogue)).toBe('b a'))
    await history.setFavourite(['a'], true)
    await vi.waitFor(() => expect(ids(catalogue.search({ isFavourite: true }))).toEqual(['a']))
    await history.deleteTags(['a', 'b'])
    await vi.waitFor(() => expect(all(catalogue)).toBe(''))
    await history.restoreTags(['a'])
    await vi.waitFor(() => expect(all(catalogue)).toBe('a'))
    await history.eraseHistory()
    await vi.waitFor(() => expect(all(catalogue)).toBe(''))
  })

  it('misses no change made while it reads', async () => {
    await fill(history, 1200)
    const catalogue = open()
    await Promise.all([
      catalogue.complete,
      history.deleteTags(['t0', 't999']),
      history.saveTag(tag('new', 5000)),
      history.setFavourite(['t1'], true),
    ])
    await vi.waitFor(() => expect(catalogue.size).toBe(1199))
    expect(catalogue.search({})[0]?.id).toBe('new')
    expect(ids(catalogue.search({ isFavourite: true }))).toEqual(['t1'])
  })

  it('is empty if the history is erased while it reads', async () => {
    await fill(history, 1200)
    const catalogue = open()
    await Promise.all([catalogue.complete, history.eraseHistory()])
    await vi.waitFor(() => expect(catalogue.size).toBe(0))
  })

  it('stops following once it is aborted', async () => {
    const onChange = vi.fn()
    const catalogue = open(onChange)
    await catalogue.complete
    abort.current.abort()
    onChange.mockClear()
    abort.current = new AbortController()
    const other = open()
    await history.saveTag(tag('a', 1))
    await vi.waitFor(() => expect(other.size).toBe(1))
    expect(onChange).not.toHaveBeenCalled()
    expect(catalogue.size).toBe(0)
  })

  it('rejects if the history is unavailable', async () => {
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('no', 'UnknownError')
    })
    await expect(open().complete).rejects.toMatchObject({ name: 'HistoryError', trouble: 'unavailable' })
    vi.restoreAllMocks()
  })
})
