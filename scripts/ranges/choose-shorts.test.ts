import { expect, it } from 'vitest'
import { noisiest } from './choose-shorts.ts'

const noises = [
  { name: 'loud and quick', variance: 5, multiplyAdds: 10 },
  { name: 'quiet', variance: 1, multiplyAdds: 10 },
  { name: 'loud and slow', variance: 6, multiplyAdds: 100 },
]

it.each([
  [12, []],
  [7, ['loud and quick']],
  [6, ['loud and quick', 'quiet']],
  [0, ['loud and quick', 'quiet', 'loud and slow']],
])('picks the noisiest layers for the time they save, until the rest is at most %d', (tolerated, expected) => {
  expect(noisiest(noises, tolerated)).toEqual(expected)
})
