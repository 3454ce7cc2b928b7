import { expect, it, vi } from 'vitest'
import { garments } from '../apparel/classes.ts'
import { readActiveSites } from './active-sites.ts'

let stored: unknown
vi.mock('webextension-polyfill', () => ({
  default: { storage: { local: { get: async () => ({ activeSites: stored }) } } },
}))

it('gives choices that an older version did not publish their defaults', async () => {
  const looks = { badgeStyle: 'dot', badgePosition: 'end-top', altTexts: true }
  stored = { on: ['https://a.example'], badges: { confidence: 0.8, classes: garments, ...looks } }
  const { badges } = await readActiveSites()
  expect(badges).toMatchObject({ confidence: 0.8, classesOff: [], kinds: [], ...looks })
})

it.each([undefined, {}])('badges the ten garments where nothing was published: %j', async nothing => {
  stored = nothing
  expect((await readActiveSites()).badges).toMatchObject({ confidence: 0, classesOff: [], kinds: [] })
})
