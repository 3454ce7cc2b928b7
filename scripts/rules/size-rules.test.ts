import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../paths.ts'
import { sizeViolations } from './size-rules.ts'
import { readSourceTree } from './source-tree.ts'

const files = (count: number, lines: number) =>
  Array.from({ length: count }, (_, i) => ({ path: `ui/file-${i}.ts`, lines }))

it('src keeps the rules for the sizes of files and folders', () => {
  expect(sizeViolations(readSourceTree(join(root, 'src')))).toEqual([])
})

it('accepts 20 files of 60 lines in a folder, and more in its sub-folders', () => {
  expect(sizeViolations([...files(20, 60), { path: 'ui/icons/bin.ts', lines: 200 }])).toEqual([])
})

it('reports a folder of 21 files', () => {
  expect(sizeViolations(files(21, 10))).toEqual(['ui has 21 files; at most 20 are allowed'])
})

it('reports a file of 201 lines', () => {
  expect(sizeViolations([...files(2, 10), { path: 'a.ts', lines: 201 }])).toEqual([
    'a.ts has 201 lines; at most 200 are allowed',
  ])
})

it('reports a median of 61 lines', () => {
  expect(sizeViolations(files(3, 61))).toEqual(['The median file has 61 lines; at most 60 are allowed'])
})
