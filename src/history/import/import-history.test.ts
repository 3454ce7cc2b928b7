import { beforeEach, describe, expect, it, vi } from 'vitest'
import { freshImport, idOf, linesOfTwo, realTag } from '../../../tests/helpers/fresh-import.ts'
import type { Tag } from '../tag.ts'

type Context = Awaited<ReturnType<typeof freshImport>>
let history: Context['history']
let exportHistory: Context['exportHistory']
let checkImport: Context['checkImport']
let room: { usage: number; quota: number }

async function begin() {
  ;({ history, exportHistory, checkImport } = await freshImport())
}
beforeEach(async () => {
  room = { usage: 0, quota: 1e9 }
  vi.stubGlobal('navigator', { storage: { estimate: async () => room } })
  await begin()
})

async function keep(...tags: Tag[]): Promise<void> {
  for (const one of tags) await history.saveTag(one)
}

async function all(): Promise<(Tag | undefined)[]> {
  const tags = await history.newestTags({ limit: 10_000 })
  return Promise.all(tags.map(({ id }) => history.readTag(id)))
}

describe('importing an export', () => {
  it('restores everything', async () => {
    const tags = [
      realTag(1, { by: 'asked', pageTitle: '"Größe" \\ 靴 \u2028 \ud83d\udc5f, half: \ud83d' }),
      realTag(2, { pageUrl: '', imageUrl: '', colours: [] }),
      realTag(3, {
        garment: 'T-Shirt',
        confidence: 1,
        thumbnail: Uint8Array.from(Buffer.from('\x89PNG\r\n', 'latin1')),
      }),
    ]
    await keep(...tags)
    await history.setFavourite([idOf(3)], true)
    const before = await all()
    const file = await exportHistory('json')
    await begin()
    const checked = await checkImport(file)
    expect(checked.count).toBe(3)
    expect(await history.countTags()).toBe(0)
    expect(await checked.write()).toMatchObject({ added: 3, replaced: 0, skipped: 0 })
    expect(await all()).toEqual(before)
  })

  it('restores a tag of version 1, which lacks some fields', async () => {
    const { colours: _, network: __, ...old } = realTag(1)
    await keep(old)
    const file = await exportHistory('json')
    await begin()
    await (await checkImport(file)).write()
    expect(await all()).toEqual([old])
  })

  it('restores an empty history', async () => {
    const checked = await checkImport(await exportHistory('json'))
    expect(checked.count).toBe(0)
    expect(await checked.write()).toMatchObject({ added: 0, replaced: 0, skipped: 0 })
  })

  it('accepts a file whose lines an editor ended with \\r\
  ', async () => {
    const lines = await linesOfTwo()
    expect((await checkImport(new Blob([lines.join('\r\n')]))).count).toBe(2)
  })
})

describe('importing into an existing history', () => {
  it('takes the newer provenance and keeps requests and favourites', async () => {
    await keep(
      realTag(3, { seenAt: 100, by: 'asked' }),
      realTag(1, { seenAt: 500, pageTitle: 'newer in the file' }),
      realTag(2, { seenAt: 500, pageTitle: 'older in the file', by: 'asked' }),
    )
    await history.setFavourite([idOf(3)], true)
    const file = await exportHistory('json')
    await begin()
    await keep(
      realTag(3, { seenAt: 100 }),
      realTag(1, { seenAt: 200, pageTitle: 'old', by: 'asked' }),
      realTag(2, { seenAt: 900, pageTitle: 'kept' }),
      realTag(4),
    )
    const before = await all()
    const imported = await (await checkImport(file)).write()
    expect(imported).toMatchObject({ added: 0, replaced: 1, skipped: 2 })
    const [, second, first, third] = await all()
    expect(first).toMatchObject({ id: idOf(1), seenAt: 500, pageTitle: 'newer in the file', by: 'asked' })
    expect(second).toMatchObject({ id: idOf(2), seenAt: 900, pageTitle: 'kept', by: 'asked' })
    expect(third).toMatchObject({ id: idOf(3), by: 'asked', favouriteSince: expect.any(Number) })
    expect(await history.countTags()).toBe(4)
    await imported.undo()
    expect(await all()).toEqual(before)
  })

  it('can be undone, which also removes new tags', async () => {
    await keep(realTag(1), realTag(2))
    const file = await exportHistory('json')
    await begin()
    await keep(realTag(1))
    const imported = await (await checkImport(file)).write()
    expect(imported).toMatchObject({ added: 1, skipped: 1 })
    await imported.undo()
    expect(await all()).toEqual([realTag(1)])
  })

  it('changes nothing the second time', async () => {
    await keep(realTag(1), realTag(2))
    const before = await all()
    const checked = await checkImport(await exportHistory('json'))
    expect(await checked.write()).toMatchObject({ added: 0, replaced: 0, skipped: 2 })
    expect(await all()).toEqual(before)
  })

  it('reports progress, and tells every context what it added', async () => {
    await keep(realTag(1))
    const file = await exportHistory('json')
    await begin()
    const [checking, writing, heard] = [vi.fn(), vi.fn(), vi.fn()]
    const abort = new AbortController()
    history.watchHistory(heard, abort.signal)
    const checked = await checkImport(file, { onProgress: checking })
    await checked.write({ onProgress: writing })
    expect([checking.mock.lastCall, writing.mock.lastCall]).toEqual([[1], [1]])
    await vi.waitFor(() => expect(heard.mock.calls).toEqual([[{ type: 'saved', ids: [idOf(1)] }]]))
    abort.abort()
  })
})

it('removes secrets from imported addresses', async () => {
  const lines = await linesOfTwo()
  await begin()
  const secret = 'https://lena:pass@a.example/b.jpg?w=4&X-Amz-Signature=0a'
  const tag = { ...JSON.parse(lines[2] ?? ''), imageUrl: secret, pageUrl: secret, pageTitle: `See ${secret}` }
  await (await checkImport(new Blob([lines.with(2, JSON.stringify(tag)).join('\n')]))).write()
  const clean = 'https://a.example/b.jpg?w=4'
  expect(await history.readTag(idOf(2))).toMatchObject({ imageUrl: clean, pageUrl: clean, pageTitle: `See ${clean}` })
})
