import { setTimeout as pause } from 'node:timers/promises'

/** Milliseconds between two looks: several a second, since the machine has other work to do than to be looked at. */
const STEP = 50

/**
 * Looks until what is seen is as it should be: for what no event tells.
 * @param patience milliseconds
 * @returns what was seen
 * @throws Error that says what was seen last
 */
export async function eventually<Seen>(
  look: () => Promise<Seen>,
  isRight: (seen: Seen) => boolean,
  patience = 90_000,
): Promise<Seen> {
  const deadline = performance.now() + patience
  for (;;) {
    const seen = await look()
    if (isRight(seen)) return seen
    if (performance.now() > deadline)
      throw new Error(`Not so within ${patience / 1000} s. Last seen: ${JSON.stringify(seen)}`)
    await pause(STEP)
  }
}
