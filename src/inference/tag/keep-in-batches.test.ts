import { expect, it } from 'vitest'
import { keepInBatches } from './keep-in-batches.ts'

interface Item {
  id: string
  isBad?: boolean
}

/** Keeps items in a store that takes no bad one. */
async function keepIn(items: Item[]) {
  const batches: string[] = []
  const kept: Item[] = []
  const outcome = await keepInBatches(items, async batch => {
    batches.push(batch.map(({ id }) => id).join())
    const bad = batch.find(({ isBad }) => isBad)
    if (bad) throw new Error(`${bad.id} is bad`)
    kept.push(...batch)
  }).catch((error: Error) => error.message)
  return { batches, kept, outcome }
}

it('stores all items in one batch', async () => {
  const { batches, outcome } = await keepIn([{ id: 'a' }, { id: 'b' }, { id: 'c' }])
  expect(batches).toEqual(['a,b,c'])
  expect(outcome).toBeUndefined()
})

it('stores several items of one picture in order', async () => {
  const provenances = [{ id: 'a' }, { id: 'b' }, { id: 'b' }, { id: 'c' }, { id: 'b' }]
  const { batches, kept } = await keepIn(provenances)
  expect(batches).toEqual(['a,b,c', 'b', 'b'])
  expect(kept.filter(({ id }) => id === 'b')).toEqual([provenances[1], provenances[2], provenances[4]])
})

it('retries a failed batch one by one, and throws the last error', async () => {
  const { batches, kept, outcome } = await keepIn([
    { id: 'a' },
    { id: 'b', isBad: true },
    { id: 'c' },
    { id: 'd', isBad: true },
  ])
  expect(batches).toEqual(['a,b,c,d', 'a', 'b', 'c', 'd'])
  expect(kept.map(({ id }) => id)).toEqual(['a', 'c'])
  expect(outcome).toBe('d is bad')
})

it('continues after a failure', async () => {
  const { kept, outcome } = await keepIn([{ id: 'a', isBad: true }, { id: 'a' }])
  expect(kept).toHaveLength(1)
  expect(outcome).toBe('a is bad')
})

it('does nothing without items', async () => {
  expect(await keepIn([])).toEqual({ batches: [], kept: [], outcome: undefined })
})
