import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { readList } from './read-list.ts'

/** The paths of a list that arrives in chunks of a size. */
async function read(text: string, separator: '\n' | '\0', chunkBytes: number): Promise<string[]> {
  async function* chunks() {
    const bytes = Buffer.from(text)
    for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes)
  }
  return (await Readable.from(readList(chunks(), separator)).toArray()).map(String)
}

test.each([1, 2, 3, 5, 1000])('splits lines wherever chunks of %i bytes end', async chunkBytes => {
  expect(await read('a.jpg\nü b.jpg\r\n\n\r\n  c\n', '\n', chunkBytes)).toEqual(['a.jpg', 'ü b.jpg', '  c'])
  expect(await read('no end', '\n', chunkBytes)).toEqual(['no end'])
  expect(await read('', '\n', chunkBytes)).toEqual([])
})

test.each([1, 4, 1000])(
  'splits at NUL, so that names may hold line breaks, in chunks of %i bytes',
  async chunkBytes => {
    expect(await read('a\nb\r\0c\n\0\0d', '\0', chunkBytes)).toEqual(['a\nb\r', 'c\n', 'd'])
  },
)
