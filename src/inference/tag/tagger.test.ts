import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type FakeWorker, fakeWorkers } from '../../../tests/helpers/fake-worker.ts'
import { tag } from '../../../tests/helpers/fresh-history.ts'
import { announce, watchHistory } from '../../history/watch-history.ts'
import { Tagger } from './tagger.ts'
import type { Portrait } from './tagger-messages.ts'

const { browser } = vi.hoisted(() => ({ browser: { runtime: { sendMessage: async () => ({}) } } }))
vi.mock('webextension-polyfill', () => ({ default: browser }))
const { deleteTags, forgetTags } = vi.hoisted(() => ({ deleteTags: vi.fn(), forgetTags: vi.fn() }))
vi.mock('../../history/deleted-tags.ts', async original => ({ ...(await original()), deleteTags, forgetTags }))

let workers: FakeWorker[]
let isBusy: boolean
let tagger: Tagger
let recycled: Uint8Array[]
beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  workers = fakeWorkers()
  isBusy = true
  recycled = []
  tagger = new Tagger(
    () => isBusy,
    pixels => recycled.push(pixels),
  )
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const sketch = () => ({
  pixels: new Uint8Array(3),
  natural: { width: 1, height: 1 },
  map: undefined,
})
const portrait = (id: string): Portrait => ({ thumbnail: new TextEncoder().encode(id), colours: [] })

/** The reply with the sketches' pixels. */
const portrayed = (portraits: (Portrait | undefined)[]) => ({
  result: { portraits, pixels: portraits.map(() => new Uint8Array(3)) },
})

/** Answers the worker's open task. @returns its name, and how many or which it was about */
async function workOn(answer: object): Promise<unknown[]> {
  await vi.advanceTimersByTimeAsync(100)
  const task = workers[0]?.received.at(-1) as { id: number; type: string; sketches?: object[]; tags?: { id: string }[] }
  workers[0]?.answers({ id: task.id, ...answer })
  await vi.advanceTimersByTimeAsync(0)
  return [task.type, task.sketches?.length ?? task.tags?.map(({ id }) => id).join('')]
}

it('defers portraits and tags until idle, and then stores them together', async () => {
  for (const id of ['a', 'b', 'c']) tagger.keep(tag(id, 1), tagger.portray(sketch()))
  await vi.advanceTimersByTimeAsync(1500)
  expect(workers).toHaveLength(0)
  expect(tagger.isBusy).toBe(true)
  isBusy = false
  expect(await workOn(portrayed([portrait('a'), portrait('b'), portrait('c')]))).toEqual(['portray', 3])
  expect(recycled).toHaveLength(3)
  expect(await workOn({ result: undefined })).toEqual(['keep', 'abc'])
  expect(tagger.isBusy).toBe(false)
})

it('stores a cached answer without a new portrait', async () => {
  isBusy = false
  const made = tagger.portray(sketch())
  expect(await workOn(portrayed([portrait('a')]))).toEqual(['portray', 1])
  expect(tagger.isBusy).toBe(false)
  tagger.keep(tag('a', 2), made)
  expect(await workOn({ result: undefined })).toEqual(['keep', 'a'])
  expect(workers[0]?.received.at(-1)).toMatchObject({ tags: [{ seenAt: 2, ...portrait('a') }] })
})

it('skips a picture without a portrait, and stores the others', async () => {
  isBusy = false
  for (const id of ['a', 'b']) tagger.keep(tag(id, 1), tagger.portray(sketch()))
  await workOn(portrayed([undefined, portrait('b')]))
  expect(await workOn({ result: undefined })).toEqual(['keep', 'b'])
})

it('continues after a failed portrait or a failed store', async () => {
  isBusy = false
  tagger.keep(tag('a', 1), tagger.portray(sketch()))
  expect(await workOn({ failure: 'unavailable' })).toEqual(['portray', 1])
  expect(tagger.isBusy).toBe(false)
  tagger.keep(tag('b', 1), tagger.portray(sketch()))
  await workOn(portrayed([portrait('b')]))
  expect(await workOn({ failure: 'full' })).toEqual(['keep', 'b'])
  expect(tagger.isBusy).toBe(false)
  tagger.keep(tag('c', 1), tagger.portray(sketch()))
  await workOn(portrayed([portrait('c')]))
  expect(await workOn({ result: undefined })).toEqual(['keep', 'c'])
})

it('drops tags that waited while the history was erased', async () => {
  tagger.keep(tag('a', Date.now()), tagger.portray(sketch()))
  await erased()
  tagger.keep(tag('b', Date.now() + 1), tagger.portray(sketch()))
  isBusy = false
  await workOn(portrayed([portrait('a'), portrait('b')]))
  expect(await workOn({ result: undefined })).toEqual(['keep', 'b'])
})

it('removes tags that were being stored while the history was erased', async () => {
  isBusy = false
  tagger.keep(tag('a', Date.now()), tagger.portray(sketch()))
  tagger.keep(tag('b', Date.now() + 10_000), tagger.portray(sketch()))
  await workOn(portrayed([portrait('a'), portrait('b')]))
  await erased()
  expect(await workOn({ result: undefined })).toEqual(['keep', 'ab'])
  expect(deleteTags).toHaveBeenCalledExactlyOnceWith(['a'])
  expect(forgetTags).toHaveBeenCalledExactlyOnceWith(['a'])
})

/** Resolves once the tagger has heard of it. */
async function erased(): Promise<void> {
  const told = new AbortController()
  const heard = new Promise(resolve => watchHistory(resolve, told.signal))
  announce({ type: 'erased' })
  await heard
  told.abort()
}
