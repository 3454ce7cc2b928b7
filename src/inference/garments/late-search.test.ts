import { expect, it, vi } from 'vitest'
import type { GarmentSearch } from './garment-search.ts'
import { LateSearch } from './late-search.ts'

const message = {
  type: 'find-garments',
  id: 1,
  source: { url: 'https://shop.example/a.jpg' },
  priority: 'near',
} as const
const client = { tab: '1', page: undefined }
const settled = () => new Promise(resolve => setImmediate(resolve))

function open() {
  const ticket = { cancel: vi.fn(), prioritise: vi.fn() }
  const find = vi.fn<GarmentSearch['find']>(() => ticket)
  const load = vi.fn(async () => ({ find, size: 0 }) as unknown as GarmentSearch)
  return { late: new LateSearch(load), load, find, ticket }
}

it('loads once, for the first request, and passes on what was asked meanwhile', async () => {
  const { late, load, find, ticket } = open()
  expect(load).not.toHaveBeenCalled()
  const [one, other] = [late.find(message, client, () => {}), late.find(message, client, () => {})]
  expect(late.size).toBe(2)
  one?.prioritise('asked')
  other?.cancel()
  await settled()
  expect(load).toHaveBeenCalledOnce()
  expect(find.mock.calls.map(([{ priority }]) => priority)).toEqual(['asked'])
  one?.cancel()
  expect(ticket.cancel).toHaveBeenCalledOnce()
  expect(late.size).toBe(0)
})

it('fails, and tries again with the next request', async () => {
  const { late, load, find } = open()
  load.mockRejectedValueOnce(new Error('gone'))
  const deliver = vi.fn()
  late.find(message, client, deliver)
  await settled()
  expect(deliver).toHaveBeenCalledWith({ failure: 'network_failed' })
  late.find(message, client, deliver)
  await settled()
  expect(find).toHaveBeenCalledOnce()
})
