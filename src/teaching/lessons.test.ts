import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { deleteOwnKind, eraseTeaching } from './delete.ts'
import { readExamples, readPicture } from './examples.ts'
import { storeLesson, takeLessonBack, type Unsaid } from './lessons.ts'
import { readOwnKinds, renameOwnKind } from './own-kinds.ts'

vi.mock('webextension-polyfill', () => ({ default: { runtime: { sendMessage: async () => undefined } } }))

/** One of several pictures. */
function unsaid(seed: number): Unsaid {
  const outputs = { embedding: new Int8Array(1280), logits: new Float32Array(11), kinds: new Float32Array(2) }
  const fingerprint = Uint8Array.from({ length: 3072 }, (_, i) => (i * seed * 37) % 251)
  return { ...outputs, fingerprint, network: 'n', site: '', tag: `${seed}`, picture: Uint8Array.of(seed) }
}

const said = async () => new Set((await readExamples()).map(({ says }) => says))
const names = async () => (await readOwnKinds()).map(({ name }) => name).sort()

beforeEach(() => eraseTeaching())

describe('storeLesson', () => {
  it('keeps one example of each picture, the last', async () => {
    await storeLesson(unsaid(10), { label: 'Hat' })
    await storeLesson(unsaid(200), { label: 'Shoes', kind: 'Boot' })
    const { id } = await storeLesson(unsaid(10), { label: 'none' })
    expect(await said()).toEqual(new Set([{ label: 'Shoes', kind: 'Boot' }, { label: 'none' }]))
    expect(await readPicture(id)).toEqual(Uint8Array.of(10))
  })

  it('makes an own kind once, whatever its case, each with a colour of its own', async () => {
    for (const [seed, ownName] of [
      [10, 'Kimono'],
      [100, 'KIMONO'],
      [200, 'Saree'],
    ] as const)
      await storeLesson(unsaid(seed), { ownName })
    expect(await names()).toEqual(['Kimono', 'Saree'])
    expect(new Set((await readOwnKinds()).map(({ colour }) => colour)).size).toBe(2)
  })
})

describe('takeLessonBack', () => {
  it('lets what was said before hold again', async () => {
    await storeLesson(unsaid(10), { label: 'Hat' })
    const { id } = await storeLesson(unsaid(10), { label: 'Shirt' })
    await takeLessonBack(id)
    expect(await said()).toEqual(new Set([{ label: 'Hat' }]))
    expect(await takeLessonBack(id)).toBeUndefined()
  })

  it('removes the own kind that the lesson has made, unless it is used', async () => {
    const { id } = await storeLesson(unsaid(10), { ownName: 'Kimono' })
    await takeLessonBack(id)
    expect(await names()).toEqual([])
    const first = await storeLesson(unsaid(10), { ownName: 'Kimono' })
    await storeLesson(unsaid(200), { ownName: 'Kimono' })
    await takeLessonBack(first.id)
    expect(await names()).toEqual(['Kimono'])
  })

  it('brings back no example of a kind that is gone', async () => {
    await storeLesson(unsaid(10), { ownName: 'Kimono' })
    const { id } = await storeLesson(unsaid(10), { label: 'Shirt' })
    await deleteOwnKind((await readOwnKinds())[0]?.id ?? '')
    await takeLessonBack(id)
    expect(await said()).toEqual(new Set())
  })
})

it.each(['saree', '  ', 'x'.repeat(41), 'a\u0007b', 'a\u202eb'])('refuses to rename a kind to %j', async name => {
  await storeLesson(unsaid(10), { ownName: 'Kimono' })
  await storeLesson(unsaid(200), { ownName: 'Saree' })
  const kimono = (await readOwnKinds()).find(({ name }) => name === 'Kimono')
  expect(await renameOwnKind(kimono?.id ?? '', name)).toBe(false)
  expect(await names()).toEqual(['Kimono', 'Saree'])
})
