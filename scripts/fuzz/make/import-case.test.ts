import '../../../tests/helpers/base64-polyfill.ts'
import { expect, it } from 'vitest'
import { checkImport } from '../../../src/history/import/check-import.ts'
import { damageLine, damageText, textChangeNames } from './damage-text.ts'
import { type ImportCase, makeImportCase } from './import-case.ts'
import { Random } from './random.ts'

const thumbnail = new Uint8Array(Buffer.from('RIFF\0\0\0\0WEBPVP8 '))
const make = (seed: number) => makeImportCase(seed, new Random(seed), [thumbnail])
const check = ({ bytes }: ImportCase) => checkImport(new Blob([Uint8Array.from(bytes)]))

it('makes the same file from the same seed, with ids of its own', () => {
  const ids = new Set<string>()
  for (let seed = 0; seed < 50; seed++) {
    const made = make(seed)
    expect(make(seed)).toEqual(made)
    for (const id of made.ids) expect(ids.has(id)).toBe(false)
    for (const id of made.ids) ids.add(id)
  }
})

it('makes exports that can be imported while they are intact, and mostly others', async () => {
  const made = Array.from({ length: 120 }, (_, seed) => make(seed))
  const intact = made.filter(({ changes }) => changes.length === 0)
  expect(intact.length).toBeGreaterThan(2)
  for (const one of intact) expect((await check(one)).count).toBe(one.ids.length)
  const damaged = made.filter(({ changes }) => changes.length > 0)
  const outcomes = await Promise.allSettled(damaged.map(check))
  expect(outcomes.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(damaged.length / 2)
})

it('reaches every change, and each changes the text', () => {
  const { bytes, changes } = Array.from({ length: 200 }, (_, seed) => make(seed)).find(
    ({ ids, changes }) => ids.length === 3 && changes.length === 0,
  ) ?? { bytes: new Uint8Array(), changes: [''] }
  expect(changes).toEqual([])
  const text = new TextDecoder().decode(bytes)
  const changed = new Set<string>()
  for (let seed = 0; seed < 1500; seed++)
    for (const damage of [damageLine, damageText]) {
      const change = damage(text, new Random(seed))
      if (Buffer.compare(change.bytes, bytes) !== 0) changed.add(change.name)
    }
  // ASCII is the same in Latin-1.
  expect(textChangeNames.filter(name => !changed.has(name) && name !== 'Latin-1')).toEqual([])
})
