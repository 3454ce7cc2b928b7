import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { Refusal } from '../refusal.ts'
import { readBoxes } from './read-boxes.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'apparel-'))
})
afterEach(() => rm(folder, { recursive: true }))

const write = (value: unknown) => writeFile(join(folder, 'boxes.json'), JSON.stringify(value))

it('reads photographs with and without garments', async () => {
  const items = [{ tag: 'coat', label: 'Jacket', box: [0.1, 0.2, 0.3, 0.4] }]
  await write([
    { file: 'a.jpg', items },
    { file: 'b.jpg', items: [] },
  ])
  expect(await readBoxes(folder)).toEqual([
    {
      file: join(folder, 'a.jpg'),
      boxes: [{ label: 'Jacket', box: { left: 0.1, top: 0.2, right: 0.3, bottom: 0.4 } }],
    },
    { file: join(folder, 'b.jpg'), boxes: [] },
  ])
})

it.each([
  ['no list', {}],
  ['a hole', [null]],
  ['no items', [{ file: 'a.jpg' }]],
  ['no label', [{ file: 'a.jpg', items: [{ box: [0, 0, 1, 1] }] }]],
  ['three numbers', [{ file: 'a.jpg', items: [{ label: 'Hat', box: [0, 0, 1] }] }]],
  ['words for numbers', [{ file: 'a.jpg', items: [{ label: 'Hat', box: ['0', '0', '1', '1'] }] }]],
])('refuses boxes with %s', async (_, value) => {
  await write(value)
  await expect(readBoxes(folder)).rejects.toThrow(Refusal)
})

it('refuses a folder without boxes, and boxes that are no JSON', async () => {
  await expect(readBoxes(folder)).rejects.toThrow('cannot be read')
  await writeFile(join(folder, 'boxes.json'), '[{')
  await expect(readBoxes(folder)).rejects.toThrow(Refusal)
})
