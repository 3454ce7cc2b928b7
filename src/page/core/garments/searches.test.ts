import { beforeEach, expect, it, vi } from 'vitest'
import type { Answered } from '../../../apparel/answer.ts'
import type { PictureGarments } from '../../../garments/picture-garments.ts'
import type { Picture } from '../find/picture.ts'
import type { findGarments } from './find-garments.ts'
import { createSearches } from './searches.ts'

const box = { left: 0, top: 0, right: 1, bottom: 1 }
const found: PictureGarments = { garments: [{ garment: 'Hat', score: 0.9, box }], milliseconds: 1 }
const picture = (key: string) => ({ key, url: `https://a.shop/${key}` }) as Picture
const answers = new Map<string, Answered>()
beforeEach(() => answers.clear())
/** One answer for each picture. */
function answerTo(key: string): Answered {
  const answer = answers.get(key) ?? ({} as Answered)
  answers.set(key, answer)
  return answer
}
const { signal } = new AbortController()
vi.mock(import('../answers/provenance.ts'), () => ({ provenanceOf: () => ({}) as never }))

type Ask = (signal: AbortSignal) => ReturnType<typeof findGarments>

/** Searches of which each asks the host once. */
function open(findNow: Ask) {
  const ask = vi.fn(findNow)
  const core = { answers: { askWith: (_: unknown, __: unknown, signal: AbortSignal) => ask(signal) } }
  return { ask, search: createSearches(core as unknown as Parameters<typeof createSearches>[0]) }
}

it('searches a picture once', async () => {
  const { ask, search } = open(async () => found)
  expect(await search(picture('1'), answerTo('1'), signal)).toEqual(found.garments)
  expect(await search(picture('1'), answerTo('1'), signal)).toEqual(found.garments)
  expect(ask).toHaveBeenCalledTimes(1)
})

it('searches it again after it has a new answer', async () => {
  const { ask, search } = open(async () => found)
  for (const answer of [{}, {}]) await search(picture('1'), answer as Answered, signal)
  expect(ask).toHaveBeenCalledTimes(2)
})

it('tries again where a picture could not be read', async () => {
  const { ask, search } = open(async () => ({ failure: 'timed_out' }))
  expect(await search(picture('1'), answerTo('1'), signal)).toEqual([])
  await search(picture('1'), answerTo('1'), signal)
  expect(ask).toHaveBeenCalledTimes(2)
})

it('searches few pictures at once, and none that has left the screen before its turn', async () => {
  const ends: (() => void)[] = []
  const { ask, search } = open(() => new Promise(resolve => ends.push(() => resolve(found))))
  const left = new AbortController()
  const searches = ['1', '2', '3'].map(key => search(picture(key), answerTo(key), signal))
  const fourth = search(picture('4'), answerTo('4'), left.signal)
  const fifth = search(picture('5'), answerTo('5'), signal)
  await vi.waitFor(() => expect(ask).toHaveBeenCalledTimes(3))
  left.abort()
  for (const end of ends.splice(0)) end()
  await Promise.all(searches)
  expect(await fourth).toEqual([])
  await vi.waitFor(() => expect(ends).toHaveLength(1))
  for (const end of ends) end()
  expect(await fifth).toEqual(found.garments)
  expect(ask).toHaveBeenCalledTimes(4)
})

it('frees the turn of a search that is withdrawn and never ends', async () => {
  const gone = new AbortController()
  const { search } = open(signal => (signal === gone.signal ? new Promise(() => {}) : Promise.resolve(found)))
  const withdrawn = ['1', '2', '3'].map(key => search(picture(key), answerTo(key), gone.signal))
  const next = search(picture('4'), answerTo('4'), signal)
  gone.abort()
  expect(await Promise.all(withdrawn)).toEqual([[], [], []])
  expect(await next).toEqual(found.garments)
})
