import { expect, it } from 'vitest'
import { groupTaught } from './group-taught.ts'

const kimono = { id: 'k', name: 'Kimono', colour: '#a3195b', isBadged: true, createdAt: 1 }
const saree = { ...kimono, id: 's', name: 'Saree', createdAt: 2 }

it('groups examples: own kinds first, even without any, then corrections by their number, the newest first in each', () => {
  const examples = [
    { id: 'a', says: { label: 'Hat' as const }, taughtAt: 1 },
    { id: 'b', says: { label: 'Shoes' as const, kind: 'Boot' as const }, taughtAt: 2 },
    { id: 'c', says: { own: 's' }, taughtAt: 3 },
    { id: 'd', says: { label: 'Shoes' as const, kind: 'Boot' as const }, taughtAt: 4 },
    { id: 'e', says: { label: 'Shoes' as const }, taughtAt: 5 },
  ]
  const groups = groupTaught([kimono, saree], examples)
  expect(groups.map(group => group.examples.map(({ id }) => id))).toEqual([[], ['c'], ['d', 'b'], ['a'], ['e']])
  expect(groups.map(({ ownKind }) => ownKind?.name)).toEqual(['Kimono', 'Saree', undefined, undefined, undefined])
})

it('leaves out examples of an own kind that is gone', () => {
  expect(groupTaught([], [{ id: 'a', says: { own: 'k' }, taughtAt: 1 }])).toEqual([])
})
