import { unzipSync } from 'fflate'
import { afterEach, expect, it, vi } from 'vitest'
import { type PackedFile, zip } from './zip.ts'

const file = (text: string, isExecutable = false): PackedFile => ({
  bytes: new TextEncoder().encode(text),
  isExecutable,
})
const files = { 'b.txt': file('b'), 'B.txt': file('B'), 'run.sh': file('run', true), 'ä/ı.txt': file('dotless') }
const zone = process.env.TZ

afterEach(() => {
  vi.useRealTimers()
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

it('gives back what was packed', () => {
  const read = unzipSync(zip(files))
  const texts = Object.entries(read).map(([path, bytes]) => [path, new TextDecoder().decode(bytes)])
  expect(Object.fromEntries(texts)).toEqual({ 'b.txt': 'b', 'B.txt': 'B', 'run.sh': 'run', 'ä/ı.txt': 'dotless' })
})

it('gives the same bytes in any order', () => {
  expect(zip(Object.fromEntries(Object.entries(files).reverse()))).toEqual(zip(files))
})

it.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Kolkata'])(
  'gives the same bytes in the time zone %s',
  name => {
    process.env.TZ = 'UTC'
    const expected = zip(files)
    process.env.TZ = name
    expect(new Date(0).getTimezoneOffset()).not.toBe(0)
    expect(zip(files)).toEqual(expected)
  },
)

it('gives the same bytes at any time', () => {
  const now = zip(files)
  vi.useFakeTimers({ now: new Date('2099-07-01T12:34:56Z') })
  expect(zip(files)).toEqual(now)
})

it('tells programs from other files', () => {
  expect(zip({ 'run.sh': file('run', true) })).not.toEqual(zip({ 'run.sh': file('run') }))
})
