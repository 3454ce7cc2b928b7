import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type FakeWorker, fakeWorkers } from '../../../tests/helpers/fake-worker.ts'
import { tag } from '../../../tests/helpers/fresh-history.ts'
import { announce, watchHistory } from '../../history/watch-history.ts'
import { Tagger } from './tagger.ts'
import type { Visuals } from './tagger-messages.ts'

const { browser } = vi.hoisted(() => ({ browser: { runtime: { sendMessage: async () => ({}) } } }))
vi.mock('webextension-polyfill', () => ({ default: browser }))
const { deleteTags, finish } = vi.hoisted(() => {
  const finish = vi.fn()
  return { finish, deleteTags: vi.fn(async () => ({ finish })) }
})
vi.mock('../../history/tags/deleted-tags.ts', async original => ({ ...(await original()), deleteTags }))

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

const input = () => ({
  pixels: new Uint8Array(3),
  natural: { width: 1, height: 1 },
  map: undefined,
})
const visuals = (id: string): Visuals => ({ thumbnail: new TextEncoder().encode(id), colours: [] })

/** The reply with the inputs' pixels. */
const madeVisuals = (visuals: (Visuals | undefined)[]) => ({
  result: { visuals, pixels: visuals.map(() => new Uint8Array(3)) },
})

/** Answers the worker's open task. @returns its name, and how many or which it was about */
async function workOn(answer: object): Promise<unknown[]> {
  await vi.advanceTimersByTimeAsync(100)
  const task = workers[0]?.received.at(-1) as { id: number; type: string; inputs?: object[]; tags?: { id: string }[] }
  workers[0]?.answers({ id: task.id, ...answer })
  await vi.advanceTimersByTimeAsync(0)
  return [task.type, task.inputs?.length ?? task.tags?.map(({ id }) => id).join('')]
}

it('defers thumbnails and tags until idle, and then stores them together', async () => {
  for (const id of ['a', 'b', 'c']) tagger.storeLater(tag(id, 1), tagger.makeVisuals(input()))
  await vi.advanceTimersByTimeAsync(1500)
  expect(workers).toHaveLength(0)
  expect(tagger.isBusy).toBe(true)
  isBusy = false
  expect(await workOn(madeVisuals([visuals('a'), visuals('b'), visuals('c')]))).toEqual(['make-visuals', 3])
  expect(recycled).toHaveLength(3)
  expect(await workOn({ result: undefined })).toEqual(['store', 'abc'])
  expect(tagger.isBusy).toBe(false)
})

it('stores a cached answer without a new thumbnail', async () => {
  isBusy = false
  const made = tagger.makeVisuals(input())
  expect(await workOn(madeVisuals([visuals('a')]))).toEqual(['make-visuals', 1])
  expect(tagger.isBusy).toBe(false)
  tagger.storeLater(tag('a', 2), made)
  expect(await workOn({ result: undefined })).toEqual(['store', 'a'])
  expect(workers[0]?.received.at(-1)).toMatchObject({ tags: [{ seenAt: 2, ...visuals('a') }] })
})

it('skips a picture without a thumbnail, and stores the others', async () => {
  isBusy = false
  for (const id of ['a', 'b']) tagger.storeLater(tag(id, 1), tagger.makeVisuals(input()))
  await workOn(madeVisuals([undefined, visuals('b')]))
  expect(await workOn({ result: undefined })).toEqual(['store', 'b'])
})

it('continues after a thumbnail or a tag fails', async () => {
  isBusy = false
  tagger.storeLater(tag('a', 1), tagger.makeVisuals(input()))
  expect(await workOn({ failure: 'unavailable' })).toEqual(['make-visuals', 1])
  expect(tagger.isBusy).toBe(false)
  tagger.storeLater(tag('b', 1), tagger.makeVisuals(input()))
  await workOn(madeVisuals([visuals('b')]))
  expect(await workOn({ failure: 'full' })).toEqual(['store', 'b'])
  expect(tagger.isBusy).toBe(false)
  tagger.storeLater(tag('c', 1), tagger.makeVisuals(input()))
  await workOn(madeVisuals([visuals('c')]))
  expect(await workOn({ result: undefined })).toEqual(['store', 'c'])
})

it('drops tags that waited while the history was erased', async () => {
  tagger.storeLater(tag('a', Date.now()), tagger.makeVisuals(input()))
  await erased()
  // The clock was fast, and is right again.
  tagger.storeLater(tag('b', 0), tagger.makeVisuals(input()))
  isBusy = false
  await workOn(madeVisuals([visuals('a'), visuals('b')]))
  expect(await workOn({ result: undefined })).toEqual(['store', 'b'])
})

it('removes tags that were being stored while the history was erased', async () => {
  isBusy = false
  tagger.storeLater(tag('a', Date.now()), tagger.makeVisuals(input()))
  tagger.storeLater(tag('b', Date.now() + 10_000), tagger.makeVisuals(input()))
  await workOn(madeVisuals([visuals('a'), visuals('b')]))
  await erased()
  expect(await workOn({ result: undefined })).toEqual(['store', 'ab'])
  expect(deleteTags).toHaveBeenCalledExactlyOnceWith(['a', 'b'])
  expect(finish).toHaveBeenCalledOnce()
})

/** Resolves once the tagger has heard of it. */
async function erased(): Promise<void> {
  const told = new AbortController()
  const heard = new Promise(resolve => watchHistory(resolve, told.signal))
  announce({ type: 'erased' })
  await heard
  told.abort()
}
