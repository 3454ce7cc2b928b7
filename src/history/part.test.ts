import { expect, it } from 'vitest'
import { partId } from './part.ts'

it('is an id like that of a picture, another for each garment, and always the same', async () => {
  const picture = 'ab'.repeat(32)
  const ids = await Promise.all([
    partId(picture, 'Shoes', 0),
    partId(picture, 'Shoes', 1),
    partId(picture, 'Hat', 0),
    partId('cd'.repeat(32), 'Shoes', 0),
  ])
  for (const id of ids) expect(id).toMatch(/^[\da-f]{64}$/)
  expect(new Set([picture, ...ids]).size).toBe(5)
  expect(await partId(picture, 'Shoes', 0)).toBe(ids[0])
})
