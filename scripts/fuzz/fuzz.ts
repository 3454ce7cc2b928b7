import { type Case, describeCase, makeCase, rowOf } from './case.ts'
import { openWorld, type World } from './drive/world.ts'
import { type Culprit, findCulprit } from './find-culprit.ts'
import type { Ingredients } from './ingredients.ts'
import { Tally } from './tally.ts'
import { MAX_TOGETHER, type Tried, tryCases } from './try-cases.ts'

/** Which cases are tried: those of `seed` and of the numbers after it. */
interface Extent {
  seed: number
  count: number
  minutes: number
}

/** The browser is renewed after so many cases, so that its history stays as small as a user's. */
const RENEW_AFTER_COUNT = 5000

/** Tries case after case and prints what came of them. @returns whether all ended well */
export async function fuzz(ingredients: Ingredients, { seed, count, minutes }: Extent): Promise<boolean> {
  const began = performance.now()
  const seconds = () => (performance.now() - began) / 1000
  const tally = new Tally()
  let world = await openWorld()
  try {
    while (tally.total < count && seconds() < minutes * 60) {
      const size = Math.min(MAX_TOGETHER, count - tally.total)
      const first = seed + tally.total
      const cases = Array.from({ length: size }, (_, i) => makeCase(first + i, ingredients))
      const tried = await tryCases(world, cases)
      for (const [one, outcome] of tried.outcomes) tally.add(rowOf(one), outcome)
      const { total } = tally
      console.log(`seeds ${first} to ${first + size - 1}: ${total} cases, ${(total / seconds()).toFixed(1)} a second`)
      if (tried.faults.length > 0 || tally.failed > 0) return await explain(world, tried)
      if (total % RENEW_AFTER_COUNT < size && total < count) {
        await world.close()
        world = await openWorld()
      }
    }
    return true
  } finally {
    await world.close()
    console.log(`\n${tally.table()}\n${tally.total} cases in ${seconds().toFixed(0)} s, ${tally.failed} failed`)
  }
}

/** Finds and prints which of the cases failed. @returns false */
async function explain(world: World, { outcomes, faults }: Tried): Promise<false> {
  for (const fault of faults) console.log(fault)
  const bad = [...outcomes].filter(([, { end }]) => end === 'hang' || end === 'wrong')
  for (const [one, { end, detail }] of bad.slice(0, 20))
    console.log(`${end}, seed ${one.seed}: ${describeCase(one)}: ${detail}`)
  await world.close()
  // After a crash, everything that was open seems to hang.
  const isCertain = faults.length === 0 && bad.length > 0
  const cases = [...outcomes.keys()]
  const suspects = isCertain ? bad.map(([one]) => one) : [...new Set([...bad.map(([one]) => one), ...cases])]
  if (suspects.length > 1 || cases.length > 1) console.log(`Trying ${suspects.length} of them one at a time …`)
  const culprit = await findCulprit(suspects)
  console.log(culprit ? verdict(culprit) : together(cases))
  return false
}

function verdict({ case: { seed }, outcome: { end, detail }, case: one }: Culprit): string {
  return `\nSeed ${seed} fails (${end}): ${describeCase(one)}: ${detail}\nnpm run fuzz -- --seed ${seed}`
}

function together(cases: Case[]): string {
  const [first] = cases
  return `\nNone fails alone.\nnpm run fuzz -- --seed ${first?.seed} --count ${cases.length}`
}
