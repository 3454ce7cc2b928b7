import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeCase, makeCase } from '../../scripts/fuzz/case.ts'
import { openWorld, type World } from '../../scripts/fuzz/drive/world.ts'
import { drawIngredients, type Ingredients } from '../../scripts/fuzz/ingredients.ts'
import { tryCases } from '../../scripts/fuzz/try-cases.ts'

const COUNT = 150

let world: World
let ingredients: Ingredients
beforeAll(async () => {
  ingredients = await drawIngredients()
  world = await openWorld()
})
afterAll(() => world?.close())

// `npm run fuzz` tries thousands, others each time.
it('gives damaged pictures, exports and messages an answer or a reason', async () => {
  const cases = Array.from({ length: COUNT }, (_, seed) => makeCase(seed, ingredients))
  expect(new Set(cases.map(({ way }) => way)).size).toBe(5)
  const { outcomes, faults } = await tryCases(world, cases)
  expect(faults).toEqual([])
  const failed = [...outcomes].filter(([, { end }]) => end !== 'answered' && end !== 'reason')
  expect(failed.map(([one, { end, detail }]) => `${end}, seed ${one.seed}: ${describeCase(one)}: ${detail}`)).toEqual(
    [],
  )
  const intact = [...outcomes].filter(([{ changes }, { end }]) => changes.length === 0 && end === 'answered')
  expect(intact.length).toBeGreaterThan(0)
})
