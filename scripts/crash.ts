/**
 * `npm run crash`: kills the browser 50 times at random moments and checks each time that nothing confirmed is lost and
 * nothing is damaged. Rounds alternate between a shop whose garments become tags and a page that saves, deletes and restores
 * tags as fast as it can. `-- --rounds 5 --seed 7` chooses other numbers.
 */
import { parseArgs } from 'node:util'
import { drawThumbnails } from '../bench/history/open-bench.ts'
import { openTestShop } from '../tests/shop/open-test-shop.ts'
import { crashRounds } from './crash/crash-rounds.ts'
import { keepFromShop } from './crash/keep-from-shop.ts'
import { workInBench } from './crash/work-in-bench.ts'
import { launch } from './drive/launch.ts'
import { benchDist } from './paths.ts'

const { values } = parseArgs({ options: { rounds: { type: 'string' }, seed: { type: 'string' } } })
const rounds = Number(values.rounds ?? 50)
const seed = Number(values.seed ?? Math.floor(Math.random() * 1e6))
console.log(`${rounds} rounds, seed ${seed}`)

const shop = await openTestShop()
const thumbnails = await drawThumbnails()
let all = 0
const lost = await crashRounds({
  rounds,
  seed,
  start: profile => launch({ headless: true, profile, extension: benchDist }),
  // Not both at once: their confirmations about one tag could arrive in the wrong order.
  write: (launched, round, confirm) =>
    round % 2 === 0
      ? keepFromShop(launched, shop, round, (fate, id) => confirm(fate, id, false))
      : workInBench(launched, round, thumbnails, (fate, id) => confirm(fate, id, true)),
  onRound: (round, confirmed, found) => {
    all += confirmed
    console.log(`${round + 1}: ${confirmed} tags confirmed, ${found.length ? found.join('; ') : 'none lost'}`)
  },
})
shop.close()
console.log(`${all} tags confirmed, ${lost.length} lost or damaged`)
process.exitCode = lost.length > 0 ? 1 : 0
