import { beforeEach, expect, it, vi } from 'vitest'
import type { PageCopy } from './page-copy.ts'
import type { PageSource } from './page-source.ts'
import { readForPage } from './read-for-page.ts'
import type { Reader } from './reader.ts'
import type { ReadImage } from './reader-messages.ts'

const background = vi.hoisted(() => ({ tryToTellBackground: vi.fn() }))
vi.mock('../../messages/send.ts', () => background)
beforeEach(() => background.tryToTellBackground.mockReset().mockResolvedValue(7))

const signal = new AbortController().signal
const client = { tab: '1', page: 'https://a.shop/men?page=2' }
const CDN = 'https://cdn.example/a.jpg'

/** A reader that gets these files in turn, and reads one after another. */
function readerOf(digests: string[], isVolatile: boolean) {
  const left = [...digests]
  const read = vi.fn<Reader['read']>(
    async () => ({ digest: left.shift(), byteLength: 5000, freshness: { freshMs: 0, isVolatile } }) as ReadImage,
  )
  const readFor = (source: Omit<PageSource, 'url'>, url = CDN) =>
    readForPage({ read } as unknown as Reader, { url, client, ...source }, signal, 'default')
  return { read, readFor }
}

it('reads a picture once, without a referrer', async () => {
  const { read, readFor } = readerOf(['a'], false)
  expect(await readFor({ copy: { isReadable: true } })).toMatchObject({ digest: 'a' })
  expect(read.mock.calls).toEqual([[{ url: CDN }, signal, { cache: 'default', isPatient: false }]])
  expect(background.tryToTellBackground).not.toHaveBeenCalled()
})

it("tells the page's origin while it reads, past a refusal in the browser's cache", async () => {
  const { read, readFor } = readerOf(['a'], false)
  await readFor({ asPage: true })
  expect(read.mock.calls[0]?.[2]).toEqual({ cache: 'reload', isPatient: false })
  expect(background.tryToTellBackground.mock.calls).toEqual([
    ['lend-referrer', { url: CDN, referrer: 'https://a.shop/' }],
    ['return-referrer', { rule: 7 }],
  ])
})

it('has no referrer for the own server of the page', async () => {
  const { readFor } = readerOf(['a'], false)
  await readFor({ asPage: true }, 'https://a.shop/a.jpg')
  expect(background.tryToTellBackground).not.toHaveBeenCalled()
})

it.each<[name: string, digests: string[], copy: PageCopy | undefined, outcome: string]>([
  ['nothing is known of a page', ['a', 'b'], undefined, 'a'],
  ["the page's copy is as long", ['a', 'b'], { isReadable: true, byteLength: 5000 }, 'a'],
  ["the page's copy has another length", ['a', 'b'], { isReadable: true, byteLength: 5001 }, 'other_picture'],
  ['the page can read its copy', ['a', 'a'], { isReadable: true }, 'other_picture'],
  ['the server repeats itself', ['a', 'a'], { isReadable: false }, 'a'],
  ['the server sends another one again', ['a', 'b'], { isReadable: false }, 'other_picture'],
])('where each request may get another picture and %s', async (_, digests, copy, outcome) => {
  const { readFor } = readerOf(digests, true)
  const read = readFor({ copy })
  if (outcome === 'other_picture') await expect(read).rejects.toMatchObject({ reason: outcome })
  else expect(await read).toMatchObject({ digest: outcome })
})
