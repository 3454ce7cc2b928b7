import { afterAll, beforeAll, expect, it } from 'vitest'
import { crashRounds } from '../../scripts/crash/crash-rounds.ts'
import { keepFromShop } from '../../scripts/crash/keep-from-shop.ts'
import { launch } from '../../scripts/drive/launch.ts'
import { openTestShop, type TestShop } from '../shop/open-test-shop.ts'

/** Chooses the moments of the kills. */
const SEED = 1

let shop: TestShop
beforeAll(async () => {
  shop = await openTestShop()
})
afterAll(() => shop?.close())

// `npm run crash` does this 50 times, at other moments, with deletions too.
it('loses no stored tag when the browser is killed', async () => {
  const confirmed: number[] = []
  const lost = await crashRounds({
    rounds: 3,
    seed: SEED,
    start: profile => launch({ headless: true, profile }),
    write: (launched, round, confirm) => keepFromShop(launched, shop, round, (fate, id) => confirm(fate, id, false)),
    onRound: (_, count) => confirmed.push(count),
  })
  expect(lost).toEqual([])
  expect(Math.min(...confirmed)).toBeGreaterThan(0)
})
