import { unzipSync } from 'fflate'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { anotherContext, fill, freshHistory, ids, tag } from '../../../tests/helpers/fresh-history.ts'
import fixture from '../../../tests/helpers/history-version-1.json' with { type: 'json' }
import { oldTags, writeVersion1 } from '../../../tests/helpers/old-history.ts'
import { ByteBuffer } from './byte-buffer.ts'
import { crc32 } from './crc32.ts'
import type { JsonTag } from './json-format.ts'
import { csvLine } from './to-csv.ts'
import { ZipWriter } from './zip-writer.ts'

let history: Awaited<ReturnType<typeof freshHistory>>
let exportHistory: typeof import('./export-history.ts').exportHistory
beforeEach(async () => {
  history = await freshHistory()
  ;({ exportHistory } = await import('./export-history.ts'))
})

/** Parses a table as specified by RFC 4180. */
function parseCsv(text: string): string[][] {
  const rows = text
    .replace('\ufeff', '')
    .matchAll(/(?:"(?:[^"]|"")*"|[^",\r\n]*)(?:,(?:"(?:[^"]|"")*"|[^",\r\n]*))*\r\n/g)
  return [...rows].map(([row]) =>
    [...row.trimEnd().matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(
      ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
    ),
  )
}

describe('CSV', () => {
  it('contains all tags, oldest first', async () => {
    await history.saveTag(tag('b', 2000, { pageTitle: 'Say "hi",\nworld', by: 'asked' }))
    await history.saveTag(tag('a', 1000, { confidence: 0.123456 }))
    await history.setFavourite(['a'], true)
    const file = await exportHistory('csv')
    expect(file.type).toBe('text/csv')
    const text = await file.text()
    expect(parseCsv(text)).toEqual([
      'seen_at,garment,confidence,colours,favourite,by,page_title,page_url,image_url,id'.split(','),
      [
        '1970-01-01T00:00:01.000Z',
        'Shoes',
        '0.1235',
        'blue',
        'yes',
        'auto',
        'Page a',
        'https://shop.example/a',
        'https://shop.example/a.jpg',
        'a',
      ],
      [
        '1970-01-01T00:00:02.000Z',
        'Shoes',
        '0.9000',
        'blue',
        'no',
        'asked',
        'Say "hi",\nworld',
        'https://shop.example/b',
        'https://shop.example/b.jpg',
        'b',
      ],
    ])
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '=HYPERLINK("https://evil.example";"x")'])(
    'prevents a spreadsheet from running %j',
    title => {
      const [[cell] = []] = parseCsv(csvLine([title]))
      expect(cell).toBe(`'${title}`)
    },
  )

  it('leaves other texts unchanged', () => {
    expect(csvLine(['a=b', 'x', '', '5'])).toBe('a=b,x,,5\r\n')
    expect(csvLine(['a,b', 'c"d', 'e\nf'])).toBe('"a,b","c""d","e\nf"\r\n')
  })

  it('keeps the order across batches', async () => {
    await fill(history, 1203)
    const rows = parseCsv(await (await exportHistory('csv')).text())
    expect(rows.slice(1).map(row => row.at(-1))).toEqual(Array.from({ length: 1203 }, (_, i) => `t${i}`))
  })
})

describe('JSON', () => {
  const parse = async (file: File) => JSON.parse(await file.text()) as { tags: JsonTag[] }

  it('is one document with one tag per line', async () => {
    await history.saveTag(tag('a', 1, { by: 'asked', pageTitle: 'Line\u2028one\ntwo' }))
    await history.saveTag(tag('b', 2))
    await history.setFavourite(['b'], true)
    const file = await exportHistory('json')
    const lines = (await file.text()).split('\n')
    expect(lines[0]).toBe('{"format":"apparel-lens-history","version":1,"tags":[')
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
    expect(tags[1]).toMatchObject({ id: 'b', favouriteSince: expect.any(Number) })
  })

  it('is a valid document for an empty history', async () => {
    expect(await parse(await exportHistory('json'))).toEqual({ format: 'apparel-lens-history', version: 1, tags: [] })
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

describe('ZIP', () => {
  it('contains every picture and a table that names them', async () => {
    await history.saveTag(tag('a'.repeat(64), Date.UTC(2026, 5, 1, 12, 30, 15)))
    await history.saveTag(tag('b'.repeat(64), Date.UTC(2026, 5, 1, 12, 30, 15), { garment: 'T-Shirt' }))
    const files = unzipSync(new Uint8Array(await (await exportHistory('zip')).arrayBuffer()))
    const shoes = 'Shoes/2026-06-01 12.30.15 aaaaaaaaaaaa.webp'
    expect(Object.keys(files)).toEqual([shoes, 'T-Shirt/2026-06-01 12.30.15 bbbbbbbbbbbb.webp', 'history.csv'])
    expect(files[shoes]).toEqual(tag('a'.repeat(64), 1).thumbnail)
    const [names = [], ...rows] = parseCsv(new TextDecoder().decode(files['history.csv']))
    expect(names[0]).toBe('picture')
    expect(rows.map(([picture]) => picture)).toEqual(Object.keys(files).slice(0, 2))
  })

  it('computes standard CRC-32 checksums', () => {
    const digits = new TextEncoder().encode('123456789')
    expect(crc32(digits)).toBe(0xcbf43926)
    expect(crc32(digits.subarray(4), crc32(digits.subarray(0, 4)))).toBe(0xcbf43926)
    expect(crc32(new Uint8Array())).toBe(0)
  })

  it('uses ZIP64 past 65,535 files', () => {
    const zip = new ZipWriter()
    const out = new ByteBuffer()
    for (let i = 0; i < 65_600; i++) zip.add(out, `${i}`, Uint8Array.of(i % 256), 0)
    zip.end(out)
    const files = unzipSync(out.view())
    expect(Object.keys(files)).toHaveLength(65_600)
    expect(files['65599']).toEqual(Uint8Array.of(65_599 % 256))
  })

  it('uses ZIP64 past 4 GiB', () => {
    /** Counts a large file's bytes instead of copying them. */
    class CountingBuffer extends ByteBuffer {
      #skipped = 0
      override get length() {
        return super.length + this.#skipped
      }
      override bytes(bytes: Uint8Array) {
        if (bytes.length < 2 ** 30) return super.bytes(bytes)
        this.#skipped += bytes.length
        return this
      }
    }
    const zip = new ZipWriter()
    const out = new CountingBuffer()
    const large = new Uint8Array(2 ** 30)
    for (let i = 0; i < 4; i++) zip.add(out, `large${i}`, large, 0, 0)
    zip.add(out, 'small', Uint8Array.of(7), 0)
    const directoryStart = out.length
    zip.end(out)
    const localHeader = 30
    const end = new DataView(Uint8Array.from(out.view().subarray(-98)).buffer)
    expect(end.getUint32(0, true)).toBe(0x06064b50)
    expect(end.getBigUint64(32, true)).toBe(5n)
    expect(end.getBigUint64(48, true)).toBe(BigInt(directoryStart))
    expect(end.getUint32(76, true)).toBe(0x06054b50)
    expect(end.getUint32(92, true)).toBe(0xffffffff)
    const extra = new DataView(Uint8Array.from(out.view().subarray(-110, -98)).buffer)
    expect([extra.getUint16(0, true), extra.getUint16(2, true)]).toEqual([1, 8])
    expect(extra.getBigUint64(4, true)).toBe(BigInt(4 * (2 ** 30 + localHeader + 'large0'.length)))
  })
})

describe('ByteBuffer', () => {
  it('encodes base64 for every length and byte', () => {
    const bytes = Uint8Array.from({ length: 300 }, (_, i) => i * 7)
    for (const length of [0, 1, 2, 3, 4, 5, 299, 300]) {
      const some = bytes.subarray(0, length)
      const text = new TextDecoder().decode(new ByteBuffer().base64(some).view())
      expect(text).toBe(Buffer.from(some).toString('base64'))
    }
  })

  it('grows, keeps its content and can be reused', () => {
    const out = new ByteBuffer()
    for (let i = 0; i < 100; i++) out.text('€'.repeat(1000)).uint(2 ** 40 + 5, 8)
    expect(out.length).toBe(100 * 3008)
    expect([...out.view(3000).subarray(0, 8)]).toEqual([5, 0, 0, 0, 0, 1, 0, 0])
    expect(new TextDecoder().decode(out.view().subarray(0, 6))).toBe('€€')
    out.clear()
    expect(out.text('a').view()).toEqual(Uint8Array.of(97))
  })
})

describe('exportHistory', () => {
  it('names the file after the day', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 2, 4) })
    expect((await exportHistory('zip')).name).toBe('apparel-lens-2026-03-04.zip')
    vi.useRealTimers()
  })

  it('reports progress', async () => {
    await fill(history, 600)
    const progress = vi.fn()
    await exportHistory('csv', { onProgress: progress })
    expect(progress.mock.calls).toEqual([
      [250, 600],
      [500, 600],
      [600, 600],
    ])
  })

  it('stops when it is aborted', async () => {
    await fill(history, 600)
    const abort = new AbortController()
    const progress = vi.fn(() => abort.abort())
    const aborted = exportHistory('json', { signal: abort.signal, onProgress: progress })
    await expect(aborted).rejects.toMatchObject({ name: 'AbortError' })
    expect(progress).toHaveBeenCalledOnce()
  })

  it('rejects if the history is unavailable', async () => {
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('no', 'UnknownError')
    })
    await expect(exportHistory('csv')).rejects.toMatchObject({ trouble: 'unavailable' })
    vi.restoreAllMocks()
  })
})
