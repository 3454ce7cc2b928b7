import { expect, it } from 'vitest'
import { Tally } from './tally.ts'

it('counts outcomes by row and in all, and lists the reasons', () => {
  const tally = new Tally()
  tally.add('page: png', { end: 'answered', detail: '' })
  tally.add('page: png', { end: 'reason', detail: 'not_a_picture' })
  tally.add('import', { end: 'reason', detail: 'not_ours' })
  tally.add('import', { end: 'reason', detail: 'not_ours' })
  expect(tally.total).toBe(4)
  expect(tally.failed).toBe(0)
  tally.add('upload: svg', { end: 'hang', detail: 'no answer' })
  expect(tally.failed).toBe(1)
  const rows = tally
    .table()
    .split('\n')
    .map(row => row.trim().split(/\s{2,}/))
  expect(rows).toContainEqual(['page: png', '2', '1', '1', '0', '0', '0'])
  expect(rows).toContainEqual(['all', '5', '1', '3', '1', '0', '0'])
  expect(rows.at(-1)).toEqual(['reasons: not_ours 2, not_a_picture 1'])
})
