import { expect, it } from 'vitest'
import { Confirmed, losses, type Survivors } from './confirmed.ts'

const found = (...tags: string[]): Survivors => ({ tags: new Set(tags), faults: [] })

it('reports a lost tag and a deleted tag that came back', () => {
  const confirmed = new Confirmed()
  for (const id of ['a', 'b', 'c']) confirmed.note('kept', id, false)
  confirmed.note('deleted', 'c', true)
  confirmed.note('kept', 'd', true)
  expect(losses(confirmed, found('a', 'b', 'd'))).toEqual([])
  expect(losses(confirmed, found('a', 'c', 'd'))).toEqual(['b was kept, and is gone', 'c was deleted, and is back'])
})

it('accepts any state of the tag being changed during the kill, but only until the next round', () => {
  const confirmed = new Confirmed()
  confirmed.note('kept', 'a', true)
  for (const survivors of [found('a'), found()]) expect(losses(confirmed, survivors)).toEqual([])
  confirmed.settle(found())
  expect(losses(confirmed, found('a'))).toEqual(['a was deleted, and is back'])
})
