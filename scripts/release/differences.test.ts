import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { differences } from './differences.ts'
import { zip } from './zip.ts'

const list = (sums: Record<string, string>) =>
  Object.entries(sums)
    .map(([name, digit]) => `${digit.repeat(64)}  ${name}\n`)
    .join('')
const archive = (files: Record<string, string>) =>
  zip(
    Object.fromEntries(
      Object.entries(files).map(([path, text]) => [
        path,
        { bytes: new TextEncoder().encode(text), isExecutable: false },
      ]),
    ),
  )

let parent: string
const here = () => join(parent, 'here')
const there = () => join(parent, 'there')

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'apparel-lens-'))
  await mkdir(here())
  await mkdir(there())
  await writeFile(join(here(), 'a.zip'), archive({ same: '1', changed: '1', only: '1' }))
  await writeFile(join(there(), 'a.zip'), archive({ same: '1', changed: '2', new: '1' }))
})

afterAll(() => rm(parent, { recursive: true }))

it('finds none between equal sums', async () => {
  expect(await differences(list({ 'a.zip': '1' }), list({ 'a.zip': '1' }), here(), there())).toEqual([])
})

it('names the files that differ', async () => {
  const found = await differences(list({ 'a.zip': '1' }), list({ 'a.zip': '2' }), here(), there())
  expect(found).toEqual(['a.zip differs: changed, only, new'])
})

it('misses every archive but that of the sources', async () => {
  const expected = list({ 'a.zip': '1', 'b-sources.zip': '1' })
  expect(await differences(expected, list({ 'a.zip': '1' }), here(), there())).toEqual([])
  expect(await differences(expected, '', here(), there())).toEqual(['a.zip is missing'])
})
