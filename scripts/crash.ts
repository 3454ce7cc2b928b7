/**
 * `npm run crash`: kills the browser 50 times at random moments and checks each time that nothing confirmed is lost and
 * nothing is damaged. Rounds alternate between a shop whose garments become tags and a page that saves, deletes and restores
 * tags as fast as it can. Then the same 50 times while pictures are taught. `-- --rounds 5 --seed 7` chooses other numbers,
 * `--only history` or `--only teaching` one of the two.
 */
import { parseArgs } from 'node:util'
import { drawThumbnails } from '../bench/history/open-bench.ts'
import { openTestShop } from '../tests/shop/open-test-shop.ts'
import { type CrashOptions, crashRounds } from './crash/crash-rounds.ts'
import { keepFromShop } from './crash/keep-from-shop.ts'
import { readTaught } from './crash/read-taught.ts'
import { teachPictures } from './crash/teach-pictures.ts'
import { workInBench } from './crash/work-in-bench.ts'
import { launch } from './drive/launch.ts'
import { benchDist } from './paths.ts'

/** Examples after which a new profile begins: each lesson compares its picture with all of them. */
const MAX_EXAMPLES = 500

const { values } = parseArgs({
  options: { rounds: { type: 'string' }, seed: { type: 'string' }, only: { type: 'string' } },
})
const rounds = Number(values.rounds ?? 50)
const seed = Number(values.seed ?? Math.floor(Math.random() * 1e6))
console.log(`${rounds} rounds, seed ${seed}`)

const start = (profile: string) => launch({ headless: true, profile, extension: benchDist })
const lost: string[] = []
if (values.only !== 'teaching') lost.push(...(await crashHistory()))
if (values.only !== 'history') lost.push(...(await crashTeaching()))
process.exitCode = lost.length > 0 ? 1 : 0

async function crashHistory(): Promise<string[]> {
  const shop = await openTestShop()
  const thumbnails = await drawThumbnails()
  const lost = await crashRounds({
    ...{ rounds, seed, start },
    // Not both at once: their confirmations about one tag could arrive in the wrong order.
    write: (launched, round, confirm) =>
      round % 2 === 0
        ? keepFromShop(launched, shop, round, (fate, id) => confirm(fate, id, false))
        : workInBench(launched, round, thumbnails, (fate, id) => confirm(fate, id, true)),
    onRound: report('tags'),
  })
  shop.close()
  console.log(`${lost.length} tags lost or damaged`)
  return lost
}

async function crashTeaching(): Promise<string[]> {
  const lost = await crashRounds({
    ...{ rounds, seed, start },
    write: (launched, _, confirm) => teachPictures(launched, (fate, id) => confirm(fate, id, false)),
    read: readTaught,
    maxCount: MAX_EXAMPLES,
    onRound: report('lessons'),
  })
  console.log(`${lost.length} lessons lost or damaged`)
  return lost
}

function report(what: string): NonNullable<CrashOptions['onRound']> {
  let all = 0
  return (round, confirmed, found) => {
    all += confirmed
    const losses = found.length ? found.join('; ') : 'none lost'
    console.log(`${round + 1}: ${confirmed} ${what} confirmed, ${all} so far, ${losses}`)
  }
}
