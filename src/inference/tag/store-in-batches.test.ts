import { expect, it } from 'vitest'
import { storeInBatches } from './store-in-batches.ts'

interface Item {
  id: string
  isBad?: boolean
}

/** Keeps items in a store that takes no bad one. */
async function storeItems(items: Item[]) {
  const batches: string[] = []
  const stored: Item[] = []
  const outcome = await storeInBatches(items, async batch => {
    batches.push(batch.map(({ id }) => id).join())
    const bad = batch.find(({ isBad }) => isBad)
    if (bad) throw new Error(`${bad.id} is bad`)
    stored.push(...batch)
  }).catch((error: Error) => error.message)
  return { batches, stored, outcome }
}

it('stores all items in one batch', async () => {
  const { batches, outcome } = await storeItems([{ id: 'a' }, { id: 'b' }, { id: 'c' }])
  expect(batches).toEqual(['a,b,c'])
  expect(outcome).toBeUndefined()
})

it('stores several items of one picture in order', async () => {
  const provenances = [{ id: 'a' }, { id: 'b' }, { id: 'b' }, { id: 'c' }, { id: 'b' }]
  const { batches, stored } = await storeItems(provenances)
  expect(batches).toEqual(['a,b,c', 'b', 'b'])
  expect(stored.filter(({ id }) => id === 'b')).toEqual([provenances[1], provenances[2], provenances[4]])
})

it('retries a failed batch one by one, and throws the last error', async () => {
  const { batches, stored, outcome } = await storeItems([
    { id: 'a' },
    { id: 'b', isBad: true },
    { id: 'c' },
    { id: 'd', isBad: true },
  ])
  expect(batches).toEqual(['a,b,c,d', 'a', 'b', 'c', 'd'])
  expect(stored.map(({ id }) => id)).toEqual(['a', 'c'])
  expect(outcome).toBe('d is bad')
})

it('continues after a failure', async () => {
  const { stored, outcome } = await storeItems([{ id: 'a', isBad: true }, { id: 'a' }])
  expect(stored).toHaveLength(1)
  expect(outcome).toBe('a is bad')
})

it('does nothing without items', async () => {
  expect(await storeItems([])).toEqual({ batches: [], stored: [], outcome: undefined })
})
