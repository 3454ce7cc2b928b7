import { afterAll, beforeAll, expect, it } from 'vitest'
import { crashRounds } from '../../scripts/crash/crash-rounds.ts'
import { keepFromShop } from '../../scripts/crash/keep-from-shop.ts'
import { launch } from '../../scripts/drive/launch.ts'
import { openTestShop, type TestShop } from '../shop/open-test-shop.ts'

let shop: TestShop
beforeAll(async () => {
  shop = await openTestShop()
})
afterAll(() => shop?.close())

// `npm run crash` does this 50 times, with deletions too.
it('loses no stored tag when the browser is killed', async () => {
  const seed = Math.floor(Math.random() * 1e6)
  const confirmed: number[] = []
  const lost = await crashRounds({
    rounds: 3,
    seed,
    start: profile => launch({ headless: true, profile }),
    write: (launched, round, confirm) => keepFromShop(launched, shop, round, (fate, id) => confirm(fate, id, false)),
    onRound: (_, count) => confirmed.push(count),
  })
  expect(lost, `seed ${seed}`).toEqual([])
  expect(Math.min(...confirmed)).toBeGreaterThan(0)
})
