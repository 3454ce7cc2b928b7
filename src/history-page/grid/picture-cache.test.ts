import { expect, it, vi } from 'vitest'
import { tag } from '../../../tests/helpers/fresh-history.ts'
import type { Entry } from '../../history/search/entry.ts'
import type { ListedTag } from '../../history/tag.ts'
import { PictureCache } from './picture-cache.ts'

const entries = (from: number, to: number, seenAt = 0) =>
  Array.from({ length: to - from }, (_, i) => ({ id: `t${from + i}`, seenAt }) as Entry)
const listed = (id: string, seenAt = 0): ListedTag => ({ ...tag(id, seenAt), picture: `data:,${id}` })

it('reads each visible picture once', async () => {
  const read = vi.fn(async (ids: readonly string[]) => ids.map(id => listed(id)))
  const pictures = new PictureCache(read, () => {})
  pictures.setVisible(entries(0, 3))
  await vi.waitFor(() => expect(pictures.get('t2')?.picture).toBe('data:,t2'))
  pictures.setVisible(entries(1, 4))
  await vi.waitFor(() => expect(pictures.get('t3')).toBeDefined())
  expect(read.mock.calls).toEqual([[['t0', 't1', 't2']], [['t3']]])
})

it('skips pictures that were scrolled past during a read', async () => {
  let answer: (tags: ListedTag[]) => void = () => {}
  const reading = new Promise<ListedTag[]>(resolve => {
    answer = resolve
  })
  const read = vi.fn((_: readonly string[]) => reading)
  const pictures = new PictureCache(read, () => {})
  pictures.setVisible(entries(0, 2))
  pictures.setVisible(entries(10, 12))
  pictures.setVisible(entries(90, 92))
  answer([listed('t0'), listed('t1')])
  await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(2))
  expect(read.mock.calls[1]).toEqual([['t90', 't91']])
})

it('evicts the least recently visible pictures', async () => {
  const pictures = new PictureCache(
    async ids => ids.map(id => listed(id)),
    () => {},
  )
  for (let page = 0; page < 20; page++) {
    const last = page * 100 + 99
    pictures.setVisible(entries(page * 100, page * 100 + 100))
    await vi.waitFor(() => expect(pictures.get(`t${last}`)).toBeDefined())
  }
  const all = entries(0, 2000).filter(({ id }) => pictures.get(id))
  expect(all).toEqual(entries(1400, 2000))
})

it('reads a picture again after its tag was seen again', async () => {
  const read = vi.fn(async (ids: readonly string[]) => ids.map(id => listed(id, read.mock.calls.length)))
  const pictures = new PictureCache(read, () => {})
  pictures.setVisible(entries(0, 1, 1))
  await vi.waitFor(() => expect(pictures.get('t0')).toBeDefined())
  pictures.setVisible(entries(0, 1, 2))
  await vi.waitFor(() => expect(pictures.get('t0')?.seenAt).toBe(2))
})

it('does not request deleted pictures repeatedly', async () => {
  const read = vi.fn(async () => [])
  const pictures = new PictureCache(read, () => {})
  pictures.setVisible(entries(0, 2))
  await new Promise(resolve => setTimeout(resolve))
  expect(read).toHaveBeenCalledOnce()
})
