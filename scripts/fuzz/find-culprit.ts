import type { Case } from './case.ts'
import { openWorld, type World } from './drive/world.ts'
import type { Outcome } from './outcome.ts'
import { tryCases } from './try-cases.ts'

/** The case that fails alone, and how. */
export interface Culprit {
  case: Case
  outcome: Outcome
}

/**
 * Tries suspects one at a time in a new browser, until one fails.
 * @returns undefined if each of them ends well alone
 */
export async function findCulprit(suspects: Case[]): Promise<Culprit | undefined> {
  const world = await openWorld()
  try {
    for (const suspect of suspects) {
      const outcome = await tryAlone(world, suspect)
      if (outcome) return { case: suspect, outcome }
    }
    return undefined
  } finally {
    await world.close()
  }
}

/** @returns how the case fails; undefined if it does not */
async function tryAlone(world: World, one: Case): Promise<Outcome | undefined> {
  const { outcomes, faults } = await tryCases(world, [one])
  if (faults.length > 0) return { end: 'crash', detail: faults.join('; ') }
  const outcome = outcomes.get(one)
  return outcome && ['hang', 'wrong', 'crash'].includes(outcome.end) ? outcome : undefined
}
