/**
 * `npm run crash`: kills the browser 50 times at random moments, in turn while it keeps tags from a shop and while a page
 * keeps, deletes and restores them as fast as it can; looks each time whether anything that was confirmed is lost, or
 * anything damaged. `-- --rounds 5 --seed 7` for others.
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
  // Not both at once: what the one has to say of a tag could come before what the other said.
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
