import { unzipSync } from 'fflate'
import { beforeEach, describe, expect, it } from 'vitest'
import { freshHistory, tag } from '../../../tests/helpers/fresh-history.ts'
import { parseCsv } from '../../../tests/helpers/parse-csv.ts'

let history: Awaited<ReturnType<typeof freshHistory>>
let exportHistory: typeof import('./export-history.ts').exportHistory
beforeEach(async () => {
  history = await freshHistory()
  ;({ exportHistory } = await import('./export-history.ts'))
})

describe('ZIP', () => {
  it('contains every picture and a table that names them', async () => {
    await history.saveTag(tag('a'.repeat(64), Date.UTC(2026, 5, 1, 12, 30, 15)))
    await history.saveTag(tag('b'.repeat(64), Date.UTC(2026, 5, 1, 12, 30, 15), { garment: 'T-Shirt' }))
    await history.saveTag(tag('c'.repeat(64), Date.UTC(2026, 5, 1, 12, 30, 15), { garment: 'none', kind: 'Dress' }))
    const files = unzipSync(new Uint8Array(await (await exportHistory('zip')).arrayBuffer()))
    const shoes = 'Shoes/2026-06-01 12.30.15 aaaaaaaaaaaa.webp'
    const tee = 'T-Shirt/2026-06-01 12.30.15 bbbbbbbbbbbb.webp'
    const dress = 'Dress/2026-06-01 12.30.15 cccccccccccc.webp'
    expect(Object.keys(files)).toEqual([shoes, tee, dress, 'history.csv'])
    expect(files[shoes]).toEqual(tag('a'.repeat(64), 1).thumbnail)
    const [names = [], ...rows] = parseCsv(new TextDecoder().decode(files['history.csv']))
    expect(names[0]).toBe('picture')
    expect(rows.map(([picture]) => picture)).toEqual([shoes, tee, dress])
  })
})
