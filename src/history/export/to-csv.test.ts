import { beforeEach, describe, expect, it } from 'vitest'
import { fill, freshHistory, tag } from '../../../tests/helpers/fresh-history.ts'
import { parseCsv } from '../../../tests/helpers/parse-csv.ts'
import { csvLine } from './to-csv.ts'

let history: Awaited<ReturnType<typeof freshHistory>>
let exportHistory: typeof import('./export-history.ts').exportHistory
beforeEach(async () => {
  history = await freshHistory()
  ;({ exportHistory } = await import('./export-history.ts'))
})

describe('CSV', () => {
  it('contains all tags, oldest first', async () => {
    await history.saveTag(tag('a', 1000, { confidence: 0.123456, kind: 'Boot' }))
    await history.saveTag(tag('b', 2000, { pageTitle: 'Say "hi",\nworld', by: 'asked' }))
    await history.setFavourite(['a'], true)
    const file = await exportHistory('csv')
    expect(file.type).toBe('text/csv')
    const text = await file.text()
    expect(parseCsv(text)).toEqual([
      'seen_at,garment,kind,confidence,colours,favourite,by,page_title,page_url,image_url,part_of,id'.split(','),
      [
        '1970-01-01T00:00:01.000Z',
        'Shoes',
        'Boot',
        '0.1235',
        'blue',
        'yes',
        'auto',
        'Page a',
        'https://shop.example/a',
        'https://shop.example/a.jpg',
        '',
        'a',
      ],
      [
        '1970-01-01T00:00:02.000Z',
        'Shoes',
        '',
        '0.9000',
        'blue',
        'no',
        'asked',
        'Say "hi",\nworld',
        'https://shop.example/b',
        'https://shop.example/b.jpg',
        '',
        'b',
      ],
    ])
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', ' =1', '＝1', '=HYPERLINK("https://evil.example";"x")'])(
    'prevents a spreadsheet from running %j',
    title => {
      const [[cell] = []] = parseCsv(csvLine([title]))
      expect(cell).toBe(`'${title}`)
    },
  )

  it.each([
    ['a;=1', "a;'=1"],
    ['a,+1', "a,'+1"],
    ['\t=1', "'\t'=1"],
    ['a\n@x', "a\n'@x"],
    ['a\r-1;＝1', "a\r'-1;'＝1"],
    ['a; "=1', 'a; "\'=1'],
  ])('marks what another separator would split from %j', (title, safe) => {
    expect(parseCsv(csvLine([title]))).toEqual([[safe]])
  })

  // Spreadsheets of other locales separate cells by these, and then our commas and quotes are text.
  it.each([',', ';', '؛', '\t', '\n', '\r\n', '\u2028'])('prevents a formula after %j inside a text', separator => {
    for (const formula of ['=1+1', '+1', '-1', '@SUM(A1)', '＝1', ' =1', '"=1', '\u200b=1']) {
      const line = csvLine(['x', `Hat${separator}${formula}`, 'y'])
      const cells = line.split(/[,;؛\t\r\n\u2028]/).map(cell => cell.replace(/^[\s\p{Cf}"]+/u, ''))
      expect(cells.filter(cell => /^[=+\-@＝]/.test(cell))).toEqual([])
    }
  })

  it('keeps URLs working', () => {
    const [[map, query] = []] = parseCsv(csvLine(['https://a.shop/@1,-2;z?x=,=1', 'https://a.shop/?q=1,2;3&b=-1']))
    expect(map).toBe('https://a.shop/@1%2C-2;z?x=%2C=1')
    expect(query).toBe('https://a.shop/?q=1,2;3&b=-1')
  })

  it('leaves other texts unchanged, between quotes', () => {
    expect(csvLine(['a=b', 'x', '', '5'])).toBe('"a=b","x","","5"\r\n')
    expect(csvLine(['a,b', 'c"d', 'e\nf; g', 'Hats | -50 %', "Levi's"])).toBe(
      '"a,b","c""d","e\nf; g","Hats | -50 %","Levi\'s"\r\n',
    )
  })

  it('keeps the order across batches', async () => {
    await fill(history, 1203)
    const rows = parseCsv(await (await exportHistory('csv')).text())
    expect(rows.slice(1).map(row => row.at(-1))).toEqual(Array.from({ length: 1203 }, (_, i) => `t${i}`))
  })
})
