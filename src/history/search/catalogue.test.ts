import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fill, freshHistory, ids, tag } from '../../../tests/helpers/fresh-history.ts'
import type { Query } from './query.ts'

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

  it('reads once it is told to, and knows what changed meanwhile', async () => {
    await fill(history, 3)
    let read = () => {}
    const start = new Promise<void>(resolve => {
      read = resolve
    })
    const catalogue = new Catalogue(() => {}, abort.current.signal, start)
    await history.deleteTags(['t0'])
    await history.saveTag(tag('late', 9))
    expect(catalogue.size).toBe(0)
    read()
    await catalogue.complete
    expect(all(catalogue)).toBe('late t2 t1')
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
    const deletion = await history.deleteTags(['a', 'b'])
    await vi.waitFor(() => expect(all(catalogue)).toBe(''))
    await deletion.undo()
    await vi.waitFor(() => expect(all(catalogue)).toBe('b a'))
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
