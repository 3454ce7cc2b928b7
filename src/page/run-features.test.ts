import { expect, it } from 'vitest'
import type { ActiveSites } from '../settings/active-sites.ts'
import { runFeatures } from './run-features.ts'

const page = { origins: ['https://a.shop'], isShop: false }
const settings = (on: string[]) => ({ on }) as unknown as ActiveSites

function open() {
  const life = new AbortController()
  const signals: Record<string, AbortSignal[]> = { always: [], badged: [] }
  const feature = (name: string, isWanted: (settings?: ActiveSites) => boolean) => ({
    name,
    isWanted,
    start: ({ signal }: { signal: AbortSignal }) => void signals[name]?.push(signal),
  })
  const features = [feature('always', () => true), feature('badged', settings => settings?.on.length === 1)]
  return { life, signals, update: runFeatures(features, { signal: life.signal }) }
}
const states = (signals: AbortSignal[] = []) => signals.map(({ aborted }) => (aborted ? 'stopped' : 'runs'))

it('starts features without settings at once, and the others when they are wanted', () => {
  const { signals, update } = open()
  update(undefined, page)
  expect([states(signals.always), states(signals.badged)]).toEqual([['runs'], []])
  update(settings(['https://a.shop']), page)
  expect([states(signals.always), states(signals.badged)]).toEqual([['runs'], ['runs']])
})

it('stops a feature that is no longer wanted, and restarts it with another signal', () => {
  const { signals, update } = open()
  for (const on of [['https://a.shop'], [], ['https://a.shop']]) update(settings(on), page)
  expect(states(signals.badged)).toEqual(['stopped', 'runs'])
  expect(states(signals.always)).toEqual(['runs'])
})

it('stops everything with the core, and starts nothing afterwards', () => {
  const { life, signals, update } = open()
  update(undefined, page)
  life.abort()
  update(settings(['https://a.shop']), page)
  expect([states(signals.always), states(signals.badged)]).toEqual([['stopped'], []])
})
