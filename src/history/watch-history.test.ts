import { beforeEach, describe, expect, it, vi } from 'vitest'
import { freshHistory, tag } from '../../tests/helpers/fresh-history.ts'
import type { HistoryChange } from './watch-history.ts'

let history: Awaited<ReturnType<typeof freshHistory>>
beforeEach(async () => {
  history = await freshHistory()
})

describe('watchHistory', () => {
  it('reports each committed change until it is aborted', async () => {
    const seen: HistoryChange[] = []
    const abort = new AbortController()
    history.watchHistory(change => seen.push(change), abort.signal)
    await history.saveTag(tag('a', 1))
    await history.setFavourite(['a'], true)
    const deletion = await history.deleteTags(['a'])
    await deletion.undo()
    await history.eraseHistory()
    await vi.waitFor(() =>
      expect(seen).toEqual([
        { type: 'saved', ids: ['a'] },
        { type: 'saved', ids: ['a'] },
        { type: 'deleted', ids: ['a'] },
        { type: 'saved', ids: ['a'] },
        { type: 'erased' },
      ]),
    )
    abort.abort()
    await history.saveTag(tag('b', 2))
    // Messages arrive in order: once the second watcher has heard of `c`, the first one would have heard of `b`.
    const other = vi.fn()
    const end = new AbortController()
    history.watchHistory(other, end.signal)
    await history.saveTag(tag('c', 3))
    await vi.waitFor(() => expect(other).toHaveBeenCalled())
    end.abort()
    expect(seen).toHaveLength(5)
  })
})
