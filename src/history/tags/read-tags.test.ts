import { beforeEach, describe, expect, it } from 'vitest'
import { freshHistory, ids, tag } from '../../../tests/helpers/fresh-history.ts'

let history: Awaited<ReturnType<typeof freshHistory>>
beforeEach(async () => {
  history = await freshHistory()
})

describe('the counts of readOverview', () => {
  it('counts each class that has tags, without deleted ones', async () => {
    expect((await history.readOverview(1)).garments).toEqual(new Map())
    await history.saveTag(tag('a', 1))
    await history.saveTag(tag('b', 2))
    await history.saveTag(tag('c', 3, { garment: 'Hat' }))
    await history.saveTag(tag('d', 4, { garment: 'Watch' }))
    await history.deleteTags(['d'])
    expect((await history.readOverview(1)).garments).toEqual(
      new Map([
        ['Hat', 1],
        ['Shoes', 2],
      ]),
    )
  })
})

describe('readOverview', () => {
  it('reads the newest tags with the counts of all', async () => {
    expect(await history.readOverview(2)).toEqual({ newest: [], garments: new Map(), kinds: new Map() })
    await history.saveTag(tag('a', 1, { garment: 'Hat' }))
    await history.saveTag(tag('b', 2, { kind: 'Boot' }))
    await history.saveTag(tag('c', 3))
    const { newest, garments, kinds } = await history.readOverview(2)
    expect(newest).toEqual(await history.newestTags({ limit: 2 }))
    expect([garments.get('Shoes'), garments.get('Hat'), kinds.get('Boot')]).toEqual([2, 1, 1])
  })
})

describe('newestTags and readTags', () => {
  it('pages newest first, without skipping or repeating tags of the same millisecond', async () => {
    for (const [id, seenAt] of Object.entries({ a: 1, b: 5, c: 5, d: 5, e: 9 })) await history.saveTag(tag(id, seenAt))
    const first = await history.newestTags({ limit: 2 })
    const second = await history.newestTags({ limit: 2, before: first.at(-1) })
    const third = await history.newestTags({ limit: 2, before: second.at(-1) })
    expect([first, second, third].map(ids)).toEqual([['e', 'd'], ['c', 'b'], ['a']])
  })

  it('returns nothing from an empty history', async () => {
    expect(await history.newestTags({ limit: 3 })).toEqual([])
    expect(await history.countTags()).toBe(0)
    expect(await history.readTag('a')).toBeUndefined()
  })

  it('reads tags in the requested order, without missing ones', async () => {
    for (const id of ['a', 'b', 'c']) await history.saveTag(tag(id, 1))
    const tags = await history.readTags(['c', 'gone', 'a'])
    expect(ids(tags)).toEqual(['c', 'a'])
    expect(tags[0]?.picture).toBe(`data:image/webp;base64,${btoa('RIFF----WEBPc')}`)
  })
})
