/** Runs per build: enough for the compiler to produce its optimised code. */
const TRIAL_COUNT = 12

/**
 * Finds the fastest of several equivalent builds on this processor while using them. They take turns at first, and each
 * counts by its best time: other load on the machine only ever makes a run slower.
 *
 * @param now a clock, milliseconds
 * @returns calls a function with one of the builds
 */
export function fastestOf<Build>(
  builds: readonly [Build, ...Build[]],
  now = () => performance.now(),
): <Result>(run: (build: Build) => Result) => Result {
  const trials = builds.map(build => ({ build, turns: 0, best: Number.POSITIVE_INFINITY }))
  let fastest = builds.length === 1 ? builds[0] : undefined
  return run => {
    if (fastest !== undefined) return run(fastest)
    const trial = trials.reduce((a, b) => (b.turns < a.turns ? b : a))
    const start = now()
    const result = run(trial.build)
    trial.best = Math.min(trial.best, now() - start)
    trial.turns++
    if (trials.every(({ turns }) => turns === TRIAL_COUNT))
      fastest = trials.reduce((a, b) => (b.best < a.best ? b : a)).build
    return result
  }
}
