import { beforeEach, describe, expect, it, vi } from 'vitest'
import { anotherContext, fill, freshHistory, ids, tag } from '../../../tests/helpers/fresh-history.ts'
import fixture from '../../../tests/helpers/history-version-1.json' with { type: 'json' }
import { oldTags, writeVersion1 } from '../../../tests/helpers/old-history.ts'
import { classes } from '../../apparel/classes.ts'
import type { JsonTag } from './json-format.ts'

let history: Awaited<ReturnType<typeof freshHistory>>
let exportHistory: typeof import('./export-history.ts').exportHistory
beforeEach(async () => {
  history = await freshHistory()
  ;({ exportHistory } = await import('./export-history.ts'))
})

describe('JSON', () => {
  const parse = async (file: File) => JSON.parse(await file.text()) as { tags: JsonTag[] }

  it('is one document with one tag per line', async () => {
    await history.saveTag(tag('a', 1, { by: 'asked', pageTitle: 'Line\u2028one\ntwo' }))
    await history.saveTag(tag('b', 2, { garment: 'none', kind: 'Dress' }))
    await history.setFavourite(['b'], true)
    const file = await exportHistory('json')
    const lines = (await file.text()).split('\n')
    expect(lines[0]).toBe(
      '{"format":"apparel-lens-history","version":3,"classes":["Goggles","Hat","Jacket","Shirt","Shoes","Shorts","T-Shirt",' +
        '"Trouser","Wallet","Watch","none"],"tags":[',
    )
    expect(lines.slice(3)).toEqual([']}', ''])
    const { tags } = await parse(file)
    expect(tags).toHaveLength(2)
    expect(tags[0]).toEqual({
      ...{
        id: 'a',
        garment: 'Shoes',
        confidence: 0.9,
        probabilities: [0, 0, 0, 0, 0.9, 0, 0, 0, 0, 0, 0.1],
        seenAt: 1,
      },
      ...{ by: 'asked', pageUrl: 'https://shop.example/a', pageTitle: 'Line\u2028one\ntwo' },
      ...{ imageUrl: 'https://shop.example/a.jpg', colours: tag('a', 1).colours, network: 'test' },
      thumbnail: btoa('RIFF----WEBPa'),
      embedding: btoa('\x01\x81\x03'),
    })
    expect(tags[1]).toMatchObject({ id: 'b', garment: 'none', kind: 'Dress', favouriteSince: expect.any(Number) })
  })

  it('is a valid document for an empty history', async () => {
    expect(await parse(await exportHistory('json'))).toEqual({
      format: 'apparel-lens-history',
      version: 3,
      classes,
      tags: [],
    })
  })

  it('contains every batch, without deleted tags', async () => {
    await fill(history, 1203)
    await history.deleteTags(['t7', 't1202'])
    const { tags } = await parse(await exportHistory('json'))
    expect(ids(tags)).toEqual(
      Array.from({ length: 1203 }, (_, i) => `t${i}`)
        .filter(id => id !== 't7' && id !== 't1202')
        .sort(),
    )
  })

  it.each([[3], [2500]])('contains exactly the %d selected tags', async count => {
    await fill(history, 2600)
    const chosen = Array.from({ length: count }, (_, i) => `t${i + 50}`)
    const progress = vi.fn()
    const { tags } = await parse(await exportHistory('json', { ids: [...chosen, 'gone'], onProgress: progress }))
    expect(ids(tags).sort()).toEqual(chosen.toSorted())
    expect(progress.mock.lastCall).toEqual([count, count + 1])
  })

  it('leaves out an incomplete tag', async () => {
    await fill(history, 2)
    await (await history.openHistory()).delete('embeddings', 't0')
    expect(ids((await parse(await exportHistory('json'))).tags)).toEqual(['t1'])
  })

  it('exports what version 1 wrote', async () => {
    globalThis.indexedDB = new IDBFactory()
    await writeVersion1(fixture)
    await anotherContext()
    const { exportHistory } = await import('./export-history.ts')
    const { tags } = await parse(await exportHistory('json'))
    expect(ids(tags)).toEqual(ids(oldTags).sort())
    for (const { id, thumbnail, embedding } of tags)
      expect([thumbnail, embedding]).toEqual([
        (fixture.thumbnails as Record<string, string>)[id],
        (fixture.embeddings as Record<string, string>)[id],
      ])
  })
})
