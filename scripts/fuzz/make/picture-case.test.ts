import { describe, expect, it } from 'vitest'
import type { BasePictures } from './base-pictures.ts'
import { formats, mediaTypes } from './formats.ts'
import { lieInHeader } from './header-lies.ts'
import { makePictureCase, type PictureWay } from './picture-case.ts'
import { Random } from './random.ts'

const file = Uint8Array.from({ length: 500 }, (_, i) => (i * 7) % 256)
const pictures = Object.fromEntries(formats.map(format => [format, [file]])) as BasePictures
const stalling = { name: 'slow', format: 'svg', stallsPages: true, bytes: file } as const
const bombs = [stalling, { name: 'bomb', format: 'png', bytes: file } as const]
const make = (seed: number, way: PictureWay = 'upload') =>
  makePictureCase(seed, way, new Random(seed), { pictures, bombs })
const many = Array.from({ length: 3000 }, (_, seed) => make(seed))

describe('a damaged picture', () => {
  it('is the same for the same seed', () => {
    for (const made of many.slice(0, 200)) expect(make(made.seed)).toEqual(made)
  })

  it('names what was done to it, and is intact where nothing was', () => {
    const intact = many.filter(({ changes }) => changes.length === 0)
    expect(intact.length).toBeGreaterThan(50)
    for (const { bytes, type, format } of intact)
      expect({ bytes, type }).toEqual({ bytes: file, type: mediaTypes[format] })
  })

  it('is of every format, and now and then empty, a bomb, of another type or name', () => {
    for (const format of formats) expect(many.some(made => made.format === format)).toBe(true)
    const done = many.flatMap(({ changes }) => changes).join('\n')
    for (const change of ['empty', 'bomb', 'slow', 'header lies', 'ends as gif', 'sent as “”', 'named .exe'])
      expect(done).toContain(change)
  })

  it('never stalls a page by itself', () => {
    const shown = Array.from({ length: 3000 }, (_, seed) => make(seed, 'page'))
    expect(shown.flatMap(({ changes }) => changes)).not.toContain('slow')
  })
})

describe.each(formats)('a lie in the header of %s', format => {
  it('fits into files that are too short or of another format', () => {
    for (let length = 0; length < 64; length++)
      for (let seed = 0; seed < 20; seed++) lieInHeader(format, file.subarray(0, length), new Random(seed))
  })
})

it('writes a lie where the format keeps its size, with the right checksum', () => {
  const png = Buffer.alloc(64)
  const lying = Array.from({ length: 200 }, (_, seed) => Buffer.from(lieInHeader('png', png, new Random(seed))))
  expect(lying.some(bytes => bytes.readUInt32BE(16) === 20_000)).toBe(true)
  expect(lying.some(bytes => bytes.readUInt32BE(29) !== 0)).toBe(true)
  expect(png).toEqual(Buffer.alloc(64))
  const jpeg = Buffer.from('ffd8ffe000040000ffc0000b080060006001011100', 'hex')
  const frames = Array.from({ length: 200 }, (_, seed) => Buffer.from(lieInHeader('jpeg', jpeg, new Random(seed))))
  expect(frames.some(bytes => bytes.readUInt16BE(13) === 20_000)).toBe(true)
})
