import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import apparel from '../../../models/apparel/card.json'
import type { Failure } from '../../apparel/failure.ts'
import type { PictureGarments } from '../../garments/picture-garments.ts'
import { ReadLimits } from '../queue/read-limits.ts'
import type { Candidates } from './find-candidates.ts'
import type { HostParts } from './garment-finder.ts'
import { GarmentSearch } from './garment-search.ts'

const candidates = (): Candidates['candidates'] =>
  [0.2, 0.7].map(top => ({
    found: { garment: 'Shoes', score: top, box: { left: 0, top, right: 0.2, bottom: top + 0.1 } },
    pixels: new Uint8Array(224 * 224 * 3),
    natural: { width: 9, height: 9 },
  }))

/** Stands for the detector's worker. */
class Detector {
  static tasks = 0
  #listen: (event: { data: unknown }) => void = () => {}
  addEventListener(_: string, listener: (event: { data: unknown }) => void) {
    this.#listen = listener
  }
  postMessage({ id }: { id: number }) {
    Detector.tasks++
    queueMicrotask(() => this.#listen({ data: { id, result: { candidates: candidates(), milliseconds: 20 } } }))
  }
  terminate() {}
}

vi.mock('webextension-polyfill', () => ({ default: {} }))

beforeEach(() => {
  Detector.tasks = 0
  vi.stubGlobal('Worker', Detector)
})
afterEach(() => void vi.unstubAllGlobals())

function open() {
  const output = () => ({
    logits: new Float32Array(11),
    kinds: new Float32Array(apparel.kinds.names.length),
    embedding: new Float32Array(1280).fill(1),
    activation: new Float32Array(49 * 11),
  })
  const decoded = () => ({ pixels: new Uint8Array(300), natural: { width: 10, height: 10 } })
  const read = vi.fn(async () => ({
    ...{ digest: 'ab'.repeat(32), byteLength: 7, freshness: { freshMs: 1e6, isVolatile: false } },
    decoded: decoded(),
  }))
  const reader = { read, recycle: vi.fn(), resample: vi.fn(async () => decoded()) }
  const run = vi.fn(async (pictures: Uint8Array[]) => ({ outputs: pictures.map(output), milliseconds: 5 }))
  const tagger = { makeVisuals: vi.fn(async () => undefined), storeLater: vi.fn() }
  const teacher = { ready: async () => {}, hasLessons: false }
  const engine = { run, batchSize: 1 }
  const parts = { reader, engine, tagger, teacher, card: apparel } as unknown as HostParts
  const search = new GarmentSearch(parts, new ReadLimits())
  const client = { tab: '1', page: undefined }
  const find = (source: Parameters<typeof search.find>[0]['source'], more = {}) =>
    new Promise<PictureGarments | Failure>(resolve => {
      search.find({ type: 'find-garments', id: 1, source, priority: 'asked', ...more }, client, resolve)
    })
  return { find, read, run, tagger, reader }
}

const source = { url: 'https://shop.example/a.jpg' }
const provenance = { pageUrl: 'https://shop.example/', pageTitle: '', imageUrl: '', by: 'asked' }

it('classifies the crop of each box, and shows what reaches the threshold', async () => {
  const { find, run, reader } = open()
  const found = await find(source)
  expect(found).toMatchObject({ garments: [{ garment: 'Shoes', box: { top: 0.7 } }], milliseconds: 30 })
  expect(run).toHaveBeenCalledTimes(2)
  expect(reader.recycle).toHaveBeenCalledTimes(2)
})

it('remembers what it found, in no time', async () => {
  const { find, read } = open()
  const first = await find(source)
  expect(await find(source)).toEqual({ ...first, milliseconds: 0 })
  expect(read).toHaveBeenCalledOnce()
  expect(Detector.tasks).toBe(1)
})

it('searches once for all who ask for the same picture', async () => {
  const { find } = open()
  const [one, other] = await Promise.all([find(source), find(source)])
  expect(one).toEqual(other)
  expect(Detector.tasks).toBe(1)
})

it('searches again if tags are wanted for the first time, and makes the same tags each time', async () => {
  const { find, tagger } = open()
  await find(source, { keep: true })
  expect(tagger.makeVisuals).not.toHaveBeenCalled()
  for (let i = 0; i < 2; i++) await find(source, { keep: true, provenance })
  expect(Detector.tasks).toBe(2)
  await vi.waitFor(() => expect(tagger.storeLater).toHaveBeenCalledTimes(2))
  const [[one], [other]] = tagger.storeLater.mock.calls as [[{ id: string }], [{ id: string }]]
  expect(other.id).toBe(one.id)
})

it('neither keeps nor remembers pixels that a client has drawn', async () => {
  const { find, read, tagger } = open()
  const pixels = { data: new Uint8ClampedArray(400), width: 10, height: 10 }
  for (let i = 0; i < 2; i++) await find({ pixels }, { keep: true, provenance })
  expect(read).not.toHaveBeenCalled()
  expect(tagger.storeLater).not.toHaveBeenCalled()
  expect(Detector.tasks).toBe(2)
})
