import { expect, it } from 'vitest'
import { fastestOf } from './fastest.ts'

/** Runs builds that are the times that they take, and tells which ran. */
function runs(builds: readonly [string, ...string[]], count: number, timeOf: (build: string, run: number) => number) {
  let clock = 0
  const fastest = fastestOf(builds, () => clock)
  return Array.from({ length: count }, (_, run) =>
    fastest(build => {
      clock += timeOf(build, run)
      return build
    }),
  )
}

it('lets builds take turns, and then stays with the fastest', () => {
  const ran = runs(['a', 'b', 'c'], 60, build => ({ a: 6, b: 4, c: 5 })[build] ?? 0)
  expect(ran.slice(0, 6)).toEqual(['a', 'b', 'c', 'a', 'b', 'c'])
  expect(new Set(ran.slice(36))).toEqual(new Set(['b']))
})

it('is not misled by other load or by a slow start', () => {
  const ran = runs(['a', 'b'], 60, (build, run) => (build === 'a' ? 6 : run < 10 ? 20 : run % 3 === 0 ? 5 : 30))
  expect(ran.at(-1)).toBe('b')
})

it('does not time a single build', () => {
  expect(runs(['a'], 3, () => 1)).toEqual(['a', 'a', 'a'])
})

it('continues when a run fails', () => {
  const fastest = fastestOf(['a', 'b'])
  const fail = () => {
    throw new Error('no picture')
  }
  expect(() => fastest(fail)).toThrow('no picture')
  expect(fastest(build => build)).toBe('a')
})
