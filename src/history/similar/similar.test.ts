import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { freshHistory, tag } from '../../../tests/helpers/fresh-history.ts'
import { TopScores } from './top-scores.ts'
import { VectorIndex } from './vector-index.ts'

/** Reproducible pseudo-random numbers, 0..1. */
function* randoms(seed: number): Generator<number, never> {
  let state = seed
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    yield state / 2 ** 32
  }
}

/** Resembles a real embedding: three quarters zeros, and most of the rest small. */
function embedding(seed: number, size = 1280): Int8Array<ArrayBuffer> {
  const random = randoms(seed)
  return Int8Array.from({ length: size }, () =>
    random.next().value < 0.73 ? 0 : Math.min(127, -18 * Math.log(1 - random.next().value)),
  )
}

function cosine(one: Int8Array, other: Int8Array): number {
  const product = (a: Int8Array, b: Int8Array) => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0)
  return product(one, other) / Math.sqrt(product(one, one) * product(other, other))
}

describe('TopScores', () => {
  it('keeps the highest scores, highest first', () => {
    const best = new TopScores(5)
    const scores = Array.from({ length: 200 }, (_, i) => (i * 73) % 199)
    for (const [slot, score] of scores.entries()) best.add(slot, score)
    expect(best.slots.map(slot => scores[slot])).toEqual([198, 197, 196, 195, 194])
    expect(best.threshold).toBe(194)
  })

  it('keeps everything below its limit', () => {
    const best = new TopScores(5)
    best.add(7, -3)
    best.add(8, 2)
    expect(best.slots).toEqual([8, 7])
    expect(best.threshold).toBe(Number.NEGATIVE_INFINITY)
  })
})

describe('VectorIndex', () => {
  it('finds the same vectors as an exhaustive comparison', () => {
    const vectors = new VectorIndex(1280)
    const all = Array.from({ length: 2100 }, (_, i) => embedding(i + 1))
    for (const [i, vector] of all.entries()) vectors.set(`v${i}`, vector)
    for (const looked of [embedding(17), embedding(99_999), Int8Array.from(embedding(5), value => -value)]) {
      const exact = all
        .map((vector, i) => ({ id: `v${i}`, similarity: cosine(looked, vector) }))
        .sort((a, b) => b.similarity - a.similarity)
        .slice(0, 5)
      const found = vectors.closest(looked, 5)
      expect(found.map(({ id }) => id)).toEqual(exact.map(({ id }) => id))
      for (const [i, { similarity }] of found.entries()) expect(similarity).toBeCloseTo(exact[i]?.similarity ?? 0, 5)
    }
  })

  it('returns stored vectors', () => {
    const vectors = new VectorIndex(1280)
    vectors.set('a', embedding(1))
    vectors.set('b', embedding(2))
    expect(vectors.get('b')).toEqual(embedding(2))
    expect(vectors.get('c')).toBeUndefined()
  })

  it('forgets deleted and replaced vectors and reuses their slots', () => {
    const vectors = new VectorIndex(4)
    const ids = () => vectors.closest(Int8Array.of(1, 2, 3, 4), 9).map(({ id }) => id)
    vectors.set('a', Int8Array.of(1, 2, 3, 4))
    vectors.set('b', Int8Array.of(4, 3, 2, 1))
    vectors.set('c', Int8Array.of(1, 2, 3, 3))
    expect(ids()).toEqual(['a', 'c', 'b'])
    vectors.delete('a')
    vectors.delete('nowhere')
    expect(ids()).toEqual(['c', 'b'])
    vectors.set('b', Int8Array.of(1, 2, 3, 4))
    vectors.set('d', Int8Array.of(-1, -2, -3, -4))
    expect(ids()).toEqual(['b', 'c', 'd'])
    expect(vectors.count).toBe(3)
    vectors.clear()
    expect(ids()).toEqual([])
    vectors.set('e', Int8Array.of(1, 1, 1, 1))
    expect(ids()).toEqual(['e'])
  })

  it('grows beyond a block, with gaps', () => {
    const vectors = new VectorIndex(2)
    for (let i = 0; i < 3000; i++) vectors.set(`v${i}`, Int8Array.of(1 + (i % 100), 100 - (i % 100)))
    for (let i = 0; i < 3000; i += 2) vectors.delete(`v${i}`)
    for (let i = 0; i < 3000; i += 2) vectors.set(`w${i}`, Int8Array.of(-100, 1))
    expect(vectors.count).toBe(3000)
    expect(vectors.closest(Int8Array.of(-100, 1), 300).every(({ id }) => id.startsWith('w'))).toBe(true)
  })

  it('finds nothing for zero vectors, among zero vectors, or for another length', () => {
    const vectors = new VectorIndex(3)
    vectors.set('zeros', new Int8Array(3))
    vectors.set('short', Int8Array.of(1, 2))
    expect(vectors.closest(Int8Array.of(1, 0, 0), 5)).toEqual([])
    expect(vectors.closest(new Int8Array(3), 5)).toEqual([])
    expect(vectors.closest(Int8Array.of(1, 2), 5)).toEqual([])
  })

  it('considers only accepted ids', () => {
    const vectors = new VectorIndex(2)
    for (let i = 0; i < 1000; i++) vectors.set(`v${i}`, Int8Array.of(100, i % 100))
    const found = vectors.closest(Int8Array.of(100, 0), 3, id => id.endsWith('99'))
    expect(found.map(({ id }) => id.slice(-2))).toEqual(['99', '99', '99'])
  })
})

describe('SimilarityIndex', () => {
  let history: Awaited<ReturnType<typeof freshHistory>>
  let abort: AbortController
  beforeEach(async () => {
    history = await freshHistory()
    abort = new AbortController()
  })
  afterEach(() => abort.abort())

  async function open() {
    const { Catalogue } = await import('../search/catalogue.ts')
    const { SimilarityIndex } = await import('./similarity-index.ts')
    const catalogue = new Catalogue(() => {}, abort.signal)
    const similar = new SimilarityIndex(catalogue, () => {}, abort.signal)
    await Promise.all([catalogue.complete, similar.complete])
    return similar
  }

  /** A larger `share` makes it more like `other` and less like `one`. */
  const mixed = (one: number, other: number, share: number) => {
    const rest = embedding(other)
    return embedding(one).map((value, i) => Math.round(value * (1 - share) + (rest[i] ?? 0) * share))
  }
  const red = [{ lightness: 0.6, chroma: 0.2, hue: 28, share: 1 }]
  const found = (items: { entry: { id: string } }[]) => items.map(({ entry }) => entry.id).join(' ')

  it('finds tags that look like a given one, most similar first and without itself', async () => {
    await history.saveTag(tag('a', 1, { embedding: embedding(1) }))
    await history.saveTag(tag('far', 2, { embedding: embedding(2) }))
    await history.saveTag(tag('near', 3, { embedding: mixed(1, 2, 0.1), colours: red }))
    await history.saveTag(tag('nearer', 4, { embedding: mixed(1, 2, 0.02), garment: 'Hat' }))
    const similar = await open()
    const items = similar.ofTag('a', 10)
    expect(found(items)).toBe('nearer near far')
    expect(items[0]?.similarity).toBeGreaterThan(0.99)
    expect(found(similar.ofTag('a', 1))).toBe('nearer')
    expect(found(similar.ofTag('a', 10, { colours: ['red'] }))).toBe('near')
    expect(found(similar.ofTag('a', 10, { garments: ['Hat'] }))).toBe('nearer')
    expect(found(similar.ofPicture(embedding(2), 2))).toBe('far near')
    expect(similar.ofTag('nowhere', 10)).toEqual([])
    expect(similar.ofPicture(new Int8Array(5), 10)).toEqual([])
  })

  it('follows the changes of every context', async () => {
    await history.saveTag(tag('a', 1, { embedding: embedding(1) }))
    const similar = await open()
    const now = () => found(similar.ofPicture(embedding(1), 10))
    await history.saveTag(tag('b', 2, { embedding: mixed(1, 2, 0.1) }))
    await vi.waitFor(() => expect(now()).toBe('a b'))
    const deletion = await history.deleteTags(['a'])
    await vi.waitFor(() => expect(now()).toBe('b'))
    await deletion.undo()
    await vi.waitFor(() => expect(now()).toBe('a b'))
    await history.eraseHistory()
    await vi.waitFor(() => expect(now()).toBe(''))
    expect(similar.size).toBe(0)
  })
})
