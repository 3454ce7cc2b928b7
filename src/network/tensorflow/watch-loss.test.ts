import { expect, it } from 'vitest'
import { watchLoss } from './watch-loss.ts'

const never = () => new Promise<never>(() => {})

it('lets runs through', async () => {
  const unlessLost = watchLoss(never())
  expect(await unlessLost(Promise.resolve(7))).toBe(7)
  await expect(unlessLost(Promise.reject(new Error('no memory')))).rejects.toThrow('no memory')
})

it('ends all runs that wait when the GPU is lost, and those that come later', async () => {
  let lose: (reason: string) => void = () => {}
  const unlessLost = watchLoss(new Promise(resolve => (lose = resolve)))
  const early = Promise.allSettled([unlessLost(never()), unlessLost(never())])
  lose('unplugged')
  expect((await early).map(run => run.status)).toEqual(['rejected', 'rejected'])
  await expect(unlessLost(never())).rejects.toThrow('the GPU was lost: unplugged')
})
