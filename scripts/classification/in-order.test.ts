import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { mapInOrder } from './in-order.ts'

async function* items(count: number) {
  for (let i = 0; i < count; i++) yield i
}

test('yields results in the order of the items, whichever is ready first', async () => {
  const results: number[] = []
  // Each later item of a group of five takes fewer turns of the event loop.
  const map = async (item: number) => {
    for (let turn = 0; turn < 5 - (item % 5); turn++) await new Promise(setImmediate)
    return item
  }
  for await (const result of mapInOrder(items(23), 7, map)) results.push(result)
  expect(results).toEqual(Array.from({ length: 23 }, (_, i) => i))
})

test('takes no more items than the limit before the first result', async () => {
  let taken = 0
  let finishFirst = () => {}
  const first = new Promise<void>(resolve => {
    finishFirst = resolve
  })
  const results = mapInOrder(items(100), 4, async item => {
    taken++
    if (item === 0) await first
    return item
  })
  const next = results.next()
  for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate)
  expect(taken).toBe(4)
  finishFirst()
  expect((await next).value).toBe(0)
})

test('yields a result while the next item is not there yet', async () => {
  async function* slow() {
    yield 'first'
    await new Promise(() => {})
  }
  const { value } = await mapInOrder(slow(), 4, async item => item).next()
  expect(value).toBe('first')
})

test('throws the error of an item in its turn, and of the source', async () => {
  const results = mapInOrder(items(3), 4, async item => {
    if (item === 1) throw new Error('second')
    return item
  })
  expect((await results.next()).value).toBe(0)
  await expect(results.next()).rejects.toThrow('second')
  async function* broken() {
    yield 1
    throw new Error('no more')
  }
  const ended = mapInOrder(broken(), 4, async item => item)
  await expect(Readable.from(ended).toArray()).rejects.toThrow('no more')
})
