/**
 * `npm run fuzz`: tries damaged pictures, exports and messages on the extension in Chromium, and ends with a table of what came
 * of them. A hang, a crash or an answer that cannot be true ends it with the seed of that case and exit code 1.
 *
 * `-- --minutes 10` goes on for ten minutes; by default one. `-- --seed 7` tries exactly the case of that seed, and with
 * `--minutes` or `--count` those after it too.
 */
import { parseArgs } from 'node:util'
import { fuzz } from './fuzz/fuzz.ts'
import { drawIngredients } from './fuzz/ingredients.ts'

const { values } = parseArgs({
  options: { minutes: { type: 'string' }, seed: { type: 'string' }, count: { type: 'string' } },
})
const seed = Number(values.seed ?? Math.floor(Math.random() * 1e9))
const isOne = values.seed !== undefined && values.minutes === undefined
const count = Number(values.count ?? (isOne ? 1 : Number.POSITIVE_INFINITY))
const minutes = Number(values.minutes ?? (isOne ? Number.POSITIVE_INFINITY : 1))
if (!Number.isInteger(seed) || !(count > 0) || !(minutes > 0))
  throw new Error('A seed is an integer; numbers are over 0.')

process.exitCode = (await fuzz(await drawIngredients(), { seed, count, minutes })) ? 0 : 1
