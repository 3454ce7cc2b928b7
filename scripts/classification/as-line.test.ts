import { expect, test } from 'vitest'
import type { Prediction } from '../../src/apparel/prediction.ts'
import { parseCsv } from '../../tests/helpers/parse-csv.ts'
import { csvHead, csvRow, jsonLine } from './as-line.ts'

const sneaker: Prediction = {
  verdict: 'garment',
  garment: 'Shoes',
  confidence: 0.97,
  probabilities: [0, 0, 0, 0.001, 0.97, 0, 0.02, 0, 0, 0, 0.009],
  kind: { name: 'Sneaker', confidence: 0.9 },
}
const dress: Prediction = {
  verdict: 'none',
  garment: 'Shirt',
  confidence: 0.2,
  probabilities: [0, 0, 0, 0.2, 0, 0, 0, 0, 0, 0, 0.8],
  kind: { name: 'Dress', confidence: 0.7 },
}
const { kind: _, ...withoutKind } = sneaker
const unsure: Prediction = { ...withoutKind, verdict: 'unsure' }
const names = ['a.jpg', 'a "b",\n c.jpg', '=cmd|x.jpg', '-1;+2\t@3,=4.jpg', "it's\r.jpg", 'Größe\u2028.jpg']

test.each(names)('writes a JSON object on one line for %j', file => {
  const line = jsonLine(file, { prediction: sneaker })
  expect(line.match(/\n/g)).toHaveLength(1)
  expect(JSON.parse(line)).toEqual({
    file,
    label: 'Shoes',
    kind: 'Sneaker',
    confidence: 0.97,
    verdict: 'garment',
    top: [
      { label: 'Shoes', confidence: 0.97 },
      { label: 'T-Shirt', confidence: 0.02 },
      { label: 'none', confidence: 0.009 },
    ],
  })
})

test('names a kind of none, no kind that is not sure, and the reason of a failure', () => {
  expect(JSON.parse(jsonLine('a', { prediction: dress }))).toMatchObject({
    label: 'none',
    kind: 'Dress',
    confidence: 0.8,
    verdict: 'none',
  })
  expect(JSON.parse(jsonLine('a', { prediction: unsure }))).toMatchObject({
    label: 'Shoes',
    kind: null,
    verdict: 'unsure',
  })
  expect(JSON.parse(jsonLine('a', { failure: 'empty', detail: 'no bytes' }))).toEqual({
    file: 'a',
    failure: 'empty',
    detail: 'no bytes',
  })
})

test('writes a table with a column for each field', () => {
  const rows = parseCsv(
    [csvHead, csvRow('a.jpg', { prediction: sneaker }), csvRow('b', { failure: 'empty', detail: 'no bytes' })].join(''),
  )
  expect(rows).toEqual([
    ['file', 'label', 'kind', 'confidence', 'verdict', 'top', 'failure', 'detail'],
    ['a.jpg', 'Shoes', 'Sneaker', '0.97', 'garment', 'Shoes 0.97 | T-Shirt 0.02 | none 0.009', '', ''],
    ['b', '', '', '', '', '', 'empty', 'no bytes'],
  ])
})

test.each(names)('keeps a spreadsheet from running %j', file => {
  const [[cell = ''] = []] = parseCsv(csvRow(file, { prediction: sneaker }))
  expect(cell.replaceAll("'", '')).toBe(file.replaceAll("'", ''))
  for (const part of cell.split(/[,;\t\r\n]/)) expect(part).not.toMatch(/^\s*[=+\-@]/)
})
