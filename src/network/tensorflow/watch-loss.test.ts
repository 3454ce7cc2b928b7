import { expect, it } from 'vitest'
import { watchLoss } from './watch-loss.ts'

const never = () => new Promise<never>(() => {})

it('passes results and errors of runs through', async () => {
  const unlessLost = watchLoss(never())
  expect(await unlessLost(Promise.resolve(7))).toBe(7)
  await expect(unlessLost(Promise.reject(new Error('no memory')))).rejects.toThrow('no memory')
})

it('rejects pending and later runs once the GPU is lost', async () => {
  let lose: (reason: string) => void = () => {}
  const unlessLost = watchLoss(new Promise(resolve => (lose = resolve)))
  const early = Promise.allSettled([unlessLost(never()), unlessLost(never())])
  lose('unplugged')
  expect((await early).map(run => run.status)).toEqual(['rejected', 'rejected'])
  await expect(unlessLost(never())).rejects.toThrow('the GPU was lost: unplugged')
})
