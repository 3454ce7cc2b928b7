import { describe, expect, it } from 'vitest'
import type { ImportCase } from './make/import-case.ts'
import type { PictureCase } from './make/picture-case.ts'
import { judge } from './outcome.ts'

const picture = (facts: Partial<PictureCase> = {}): PictureCase => ({
  ...{ seed: 1, way: 'upload', format: 'png', type: 'image/png', extension: 'png', isBackground: false },
  ...{ bytes: new Uint8Array(9), changes: ['flips'] },
  ...facts,
})
const end = (...judged: Parameters<typeof judge>) => judge(...judged).end

describe('judges what was seen of a picture:', () => {
  it('an answer and a possible reason are right', () => {
    expect(end(picture(), { answered: true })).toBe('answered')
    expect(end(picture(), { reason: 'not_a_picture' })).toBe('reason')
  })

  it('nothing seen is a hang', () => {
    expect(end(picture(), undefined)).toBe('hang')
  })

  it.each(['network_failed', 'unreachable', 'tainted', 'hidden', 'drawn_but_unread'])('%s cannot be true', reason => {
    expect(end(picture(), { reason })).toBe('wrong')
  })

  it('an intact picture must be answered, but an SVG only where a page shows it', () => {
    expect(end(picture({ changes: [] }), { reason: 'not_a_picture' })).toBe('wrong')
    const svg: Partial<PictureCase> = { format: 'svg', type: 'image/svg+xml', changes: [] }
    expect(end(picture(svg), { reason: 'drawing' })).toBe('reason')
    expect(end(picture({ ...svg, way: 'page' }), { reason: 'drawing' })).toBe('wrong')
  })

  it('only an empty file is empty, and only an SVG a drawing', () => {
    expect(end(picture(), { reason: 'empty' })).toBe('wrong')
    expect(end(picture({ bytes: new Uint8Array() }), { reason: 'empty' })).toBe('reason')
    expect(end(picture({ bytes: new Uint8Array() }), { reason: 'not_a_picture' })).toBe('wrong')
    expect(end(picture(), { reason: 'drawing' })).toBe('wrong')
  })
})

it('an intact export must be imported', () => {
  const file: ImportCase = { seed: 1, way: 'import', bytes: new Uint8Array(9), ids: [], changes: [] }
  expect(end(file, { reason: 'not_ours' })).toBe('wrong')
  expect(end({ ...file, changes: ['cut'] }, { reason: 'not_ours' })).toBe('reason')
})
