import { describe, expect, it } from 'vitest'
import { createKeeper } from '../../src/inference/keep-together.ts'

/** A keeper whose every transaction waits until the test lets it go. */
function openKeeper() {
  const batches: { ids: string[]; done: (error?: Error) => void }[] = []
  const keep = createKeeper<{ id: string }>(
    items =>
      new Promise((resolve, reject) => {
        batches.push({ ids: items.map(({ id }) => id), done: error => (error ? reject(error) : resolve()) })
      }),
  )
  return { batches, keep }
}

const settled = () => new Promise(resolve => setImmediate(resolve))

describe('keeping together', () => {
  it('keeps the first at once, and what comes meanwhile in one go', async () => {
    const { batches, keep } = openKeeper()
    const kept = Promise.all(['a', 'b', 'c'].map(id => keep({ id })))
    batches[0]?.done()
    await settled()
    batches[1]?.done()
    await kept
    expect(batches.map(({ ids }) => ids)).toEqual([['a'], ['b', 'c']])
  })

  it('keeps two sightings of a picture one after the other', async () => {
    const { batches, keep } = openKeeper()
    const kept = Promise.all(['a', 'b', 'b'].map(id => keep({ id })))
    for (let i = 0; i < 3; i++) {
      batches[i]?.done()
      await settled()
    }
    await kept
    expect(batches.map(({ ids }) => ids)).toEqual([['a'], ['b'], ['b']])
  })

  it('tries one by one what failed together, and tells each of its own failure', async () => {
    const { batches, keep } = openKeeper()
    const kept = Promise.allSettled(['a', 'b', 'c'].map(id => keep({ id })))
    batches[0]?.done()
    await settled()
    batches[1]?.done(new Error('full'))
    await settled()
    batches[2]?.done(new Error('full'))
    await settled()
    batches[3]?.done()
    expect((await kept).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(batches.map(({ ids }) => ids)).toEqual([['a'], ['b', 'c'], ['b'], ['c']])
  })
})
