import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fill, freshHistory } from '../../../tests/helpers/fresh-history.ts'

let history: Awaited<ReturnType<typeof freshHistory>>
let exportHistory: typeof import('./export-history.ts').exportHistory
beforeEach(async () => {
  history = await freshHistory()
  ;({ exportHistory } = await import('./export-history.ts'))
})

describe('exportHistory', () => {
  it('names the file after the day', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 2, 4) })
    expect((await exportHistory('zip')).name).toBe('apparel-lens-2026-03-04.zip')
    vi.useRealTimers()
  })

  it('reports progress', async () => {
    await fill(history, 600)
    const progress = vi.fn()
    await exportHistory('csv', { onProgress: progress })
    expect(progress.mock.calls).toEqual([
      [250, 600],
      [500, 600],
      [600, 600],
    ])
  })

  it('stops when it is aborted', async () => {
    await fill(history, 600)
    const abort = new AbortController()
    const progress = vi.fn(() => abort.abort())
    const aborted = exportHistory('json', { signal: abort.signal, onProgress: progress })
    await expect(aborted).rejects.toMatchObject({ name: 'AbortError' })
    expect(progress).toHaveBeenCalledOnce()
  })

  it('rejects if the history is unavailable', async () => {
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('no', 'UnknownError')
    })
    await expect(exportHistory('csv')).rejects.toMatchObject({ trouble: 'unavailable' })
    vi.restoreAllMocks()
  })
})
