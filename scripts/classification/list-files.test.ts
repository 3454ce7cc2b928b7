import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { platform, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listFiles, shardOf } from './list-files.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'apparel-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function make(...files: string[]): Promise<void> {
  for (const file of files) {
    await mkdir(join(folder, file, '..'), { recursive: true })
    await writeFile(join(folder, file), '')
  }
}

/** What is listed, relative to the folder, with the failures behind a colon. */
async function list(...paths: string[]): Promise<string[]> {
  const listed: string[] = []
  for await (const { path, failure } of listFiles(paths.map(path => Buffer.from(join(folder, path)))))
    listed.push(`${path.toString().slice(folder.length + 1)}${failure ? `: ${failure.failure}` : ''}`)
  return listed
}

test('lists folders recursively and sorted, and skips hidden entries', async () => {
  await make('b.jpg', 'a/2.jpg', 'a/10.jpg', 'c/d/e.png', 'Z.jpg', '.hidden.jpg', '.git/x.jpg')
  expect(await list('')).toEqual(['Z.jpg', 'a/10.jpg', 'a/2.jpg', 'b.jpg', 'c/d/e.png'])
})

test('keeps the order of the given paths, names hidden files that are given, and repeats what is given twice', async () => {
  await make('b.jpg', 'a/1.jpg', '.hidden.jpg')
  expect(await list('b.jpg', 'a/', '.hidden.jpg', 'a', 'b.jpg')).toEqual([
    'b.jpg',
    'a/1.jpg',
    '.hidden.jpg',
    'a/1.jpg',
    'b.jpg',
  ])
})

test('names what is missing and goes on', async () => {
  await make('a.jpg', 'b.jpg')
  expect(await list('a.jpg', 'gone.jpg', 'a.jpg/inside', 'nul\0.jpg', 'b.jpg')).toEqual([
    'a.jpg',
    'gone.jpg: missing',
    'a.jpg/inside: missing',
    'nul\0.jpg: missing',
    'b.jpg',
  ])
})

test.skipIf(platform() === 'win32')('follows links, but enters each folder once, and names broken ones', async () => {
  await make('a/1.jpg', 'b/2.jpg')
  const link = (target: string, name: string) => symlink(target, join(folder, name))
  await link('..', 'a/up')
  await link('.', 'a/here')
  await link('../b', 'a/other')
  await link('../a', 'b/other')
  await link('../b/2.jpg', 'a/file.jpg')
  await link('nowhere', 'a/broken')
  await link('itself', 'a/itself')
  expect(await list('a')).toEqual([
    'a/1.jpg',
    'a/broken: missing',
    'a/file.jpg',
    'a/itself: unreadable',
    'a/other/2.jpg',
  ])
  expect((await list('')).filter(file => file.endsWith('.jpg'))).toHaveLength(3)
})

test.skipIf(platform() !== 'linux')('finds names that are not valid UTF-8', async () => {
  const name = Buffer.from([0x47, 0x72, 0xf6, 0xdf, 0x65, 0x2e, 0x6a, 0x70, 0x67])
  const path = Buffer.concat([Buffer.from(`${folder}/`), name])
  await writeFile(path, '')
  const [found] = await Readable.from(listFiles([Buffer.from(folder)])).toArray()
  expect(found?.path.equals(path)).toBe(true)
  expect(found?.failure).toBeUndefined()
})

test('shards share all files among them', async () => {
  await make(...['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(name => `${name}.jpg`))
  const shard = async (number: number) => {
    const files = await Readable.from(shardOf(listFiles([Buffer.from(folder)]), number, 3)).toArray()
    return files.map(({ path }) => path.toString().at(-5)).join('')
  }
  expect(await Promise.all([1, 2, 3].map(shard))).toEqual(['adg', 'be', 'cf'])
})
