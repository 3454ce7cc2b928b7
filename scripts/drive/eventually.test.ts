import { expect, it } from 'vitest'
import { eventually } from './eventually.ts'

it('looks until the value is right', async () => {
  let looks = 0
  const value = await eventually(
    async () => ++looks,
    looks => looks === 3,
  )
  expect([value, looks]).toEqual([3, 3])
})

it('says what it saw last when the time is over', async () => {
  const wrong = eventually(
    async () => 'closed',
    () => false,
    1,
  )
  await expect(wrong).rejects.toThrow('"closed"')
})

it('ends in time even if a look never does', async () => {
  const stuck = eventually(
    () => new Promise<string>(() => {}),
    () => true,
    1,
  )
  await expect(stuck).rejects.toThrow('still wrong after')
})

it('passes on the error of a look', async () => {
  const failing = eventually(
    () => Promise.reject(new Error('no page')),
    () => true,
  )
  await expect(failing).rejects.toThrow('no page')
})
