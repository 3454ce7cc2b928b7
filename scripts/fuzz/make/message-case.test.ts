import { expect, it } from 'vitest'
import { parseToHost } from '../../../src/inference/port/parse-to-host.ts'
import { makeMessageCase } from './message-case.ts'
import { messageOf } from './message-of.ts'
import { nasty } from './nasty-values.ts'
import { Random } from './random.ts'

const make = (seed: number) => makeMessageCase(seed, new Random(seed))

it('makes the same message from the same seed, on every route', () => {
  const made = Array.from({ length: 500 }, (_, seed) => make(seed))
  for (const one of made) expect(make(one.seed)).toEqual(one)
  expect(new Set(made.map(({ route }) => route))).toEqual(new Set(['port', 'background', 'host', 'page']))
})

it('writes every message and value as an expression', () => {
  for (const code of nasty) expect(() => messageOf(code)).not.toThrow()
  for (let seed = 0; seed < 150; seed++) expect(() => messageOf(make(seed).code)).not.toThrow()
})

it('makes requests that the host accepts, and others', () => {
  const sent = Array.from({ length: 300 }, (_, seed) => make(seed)).filter(({ route }) => route === 'port')
  const accepted = sent.filter(({ code }) => {
    try {
      return parseToHost(messageOf(code)) !== undefined
    } catch {
      return false
    }
  })
  expect(accepted.length).toBeGreaterThan(sent.length / 10)
  expect(accepted.length).toBeLessThan(sent.length)
})

it('lets a prototype travel as a field of the message', () => {
  const polluting = Array.from({ length: 3000 }, (_, seed) => make(seed)).find(({ code }) =>
    code.includes('["__proto__"]'),
  )
  expect(Object.hasOwn(messageOf(polluting?.code ?? 'undefined') as object, '__proto__')).toBe(true)
})
