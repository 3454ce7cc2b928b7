import { describe, expect, it } from 'vitest'
import type { ToHost } from '../../messages/host-port.ts'
import { parseToHost } from './parse-to-host.ts'

const provenance = { pageUrl: 'https://shop.example/', pageTitle: 'Shop', imageUrl: '', by: 'auto' } as const
const words = { language: 'en', texts: ['Linen shirt'], isAmongIcons: true } as const
const copy = { size: { width: 3, height: 4 }, byteLength: 5, isReadable: true }
const source = { url: 'https://shop.example/1.jpg' }
const pixels = (width: number, height: number, data = new Uint8ClampedArray(width * height * 4)) => ({
  ...{ width, height, data },
})

describe('parseToHost', () => {
  const messages: ToHost[] = [
    { type: 'status' },
    { type: 'cancel', id: 1 },
    { type: 'prioritise', id: 1, priority: 'near' },
    { type: 'classify', id: 1, source, priority: 'visible' },
    { type: 'classify', id: 1, source: { bytes: new Blob(['x']) }, priority: 'asked', provenance },
    { type: 'classify', id: 1, source, priority: 'visible', provenance, kinds: ['Dress', 'Bag'] },
    { type: 'classify', id: 1, source, priority: 'visible', words: { ...words, texts: [...words.texts] } },
    { type: 'classify', id: 1, source, priority: 'visible', copy, asPage: true, isPatient: true },
    { type: 'classify', id: 1, source, priority: 'visible', copy: { isReadable: false } },
    { type: 'find-garments', id: 1, source, priority: 'asked' },
    { type: 'find-garments', id: 1, source: { bytes: new Blob(['x']) }, priority: 'asked' },
    {
      type: 'find-garments',
      id: 1,
      source,
      priority: 'near',
      copy,
      asPage: true,
      isPatient: true,
      provenance,
      keep: true,
    },
    { type: 'find-garments', id: 1, source: { pixels: pixels(3, 2) }, priority: 'visible' },
  ]
  it.each(messages)('accepts $type unchanged', message => {
    expect(parseToHost(message)).toEqual(message)
  })

  it.each([
    undefined,
    null,
    'status',
    42,
    [],
    {},
    { type: 'constructor' },
    { type: 'cancel' },
    { type: 'cancel', id: '1' },
    { type: 'prioritise', id: 1, priority: 'first' },
    { type: 'classify', id: 1, priority: 'visible' },
    { type: 'classify', id: 1, source: null, priority: 'visible' },
    { type: 'classify', id: 1, source: { url: 7 }, priority: 'visible' },
    { type: 'classify', id: 1, source: { bytes: { size: 10 } }, priority: 'visible' },
    { type: 'classify', id: 1, source, priority: 'toString' },
    { type: 'classify', id: 1, source: { pixels: pixels(1, 1) }, priority: 'asked' },
    { type: 'find-garments', id: 1, source },
    { type: 'find-garments', id: 1, source: null, priority: 'asked' },
    { type: 'find-garments', id: 1, source: { url: 7 }, priority: 'asked' },
    { type: 'find-garments', id: 1, source: { tag: 'a' }, priority: 'asked' },
    { type: 'find-garments', source, priority: 'asked' },
  ])('rejects %j', data => {
    expect(parseToHost(data)).toBeUndefined()
  })

  it.each([
    null,
    7,
    {},
    pixels(0, 0),
    pixels(2, 2, new Uint8ClampedArray(15)),
    pixels(2, 2, new Uint8ClampedArray(17)),
    pixels(2, 2, [] as never),
    pixels(2, 2, { length: 16 } as never),
    pixels(0.5, 2, new Uint8ClampedArray(4)),
    pixels(-1, -1, new Uint8ClampedArray(4)),
    { ...pixels(1, 1), width: '1' },
    pixels(10_000, 1),
    pixels(2000, 1001),
    { ...pixels(1, 1), width: Number.NaN },
  ])('searches no such pixels: %#', bad => {
    expect(parseToHost({ type: 'find-garments', id: 1, source: { pixels: bad }, priority: 'asked' })).toBeUndefined()
  })

  it('drops invalid and unknown fields of a search', () => {
    const bare = { type: 'find-garments', id: 1, source, priority: 'visible' }
    const wrong = { copy: 'copy', asPage: 1, isPatient: {}, provenance: 'page', keep: 'yes', kinds: ['Dress'] }
    expect(parseToHost({ ...bare, ...wrong })).toEqual(bare)
  })

  it('drops invalid words of the page', () => {
    const unheard = { type: 'classify', id: 1, source, priority: 'visible' }
    const texts = Array.from({ length: 1000 }, () => 'shirt')
    const long = ['x'.repeat(200)]
    const wrong = [{}, 'shirt', { ...words, texts: 'shirt' }, { ...words, texts }, { ...words, texts: long }]
    for (const one of [...wrong, { ...words, language: 7 }, { ...words, isAmongIcons: 'yes' }])
      expect(parseToHost({ ...unheard, words: one })).toEqual(unheard)
  })

  it('drops invalid and unknown fields', () => {
    const unseen = { type: 'classify', id: 1, source, priority: 'visible' }
    const falseCopies = [
      {},
      'copy',
      { ...copy, isReadable: 1 },
      { ...copy, byteLength: '5' },
      { ...copy, size: { width: 3 } },
    ]
    for (const one of falseCopies) expect(parseToHost({ ...unseen, copy: one, asPage: 'yes' })).toEqual(unseen)
    const untrue = [{}, 'page', { ...provenance, by: 'page' }, { ...provenance, pageTitle: 'x'.repeat(100_000) }]
    for (const one of untrue) expect(parseToHost({ ...unseen, provenance: one })).toEqual(unseen)
    expect(parseToHost({ ...unseen, unknown: true })).toEqual(unseen)
    for (const kinds of ['Dress', {}, null]) expect(parseToHost({ ...unseen, kinds })).toEqual(unseen)
    const kinds = ['Dress', 'Poncho', 7, 'toString', 'Dress', {}]
    expect(parseToHost({ ...unseen, kinds })).toEqual({ ...unseen, kinds: ['Dress'] })
  })
})
