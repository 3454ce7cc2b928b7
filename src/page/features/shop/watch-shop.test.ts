import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { documentOf } from '../../../../scripts/shop-table/shop-pages.ts'
import { watchShop } from './watch-shop.ts'

/** The address of a page that a test navigates and changes by hand. */
let place: { pathname: string; search: string }
let navigation: EventTarget
let told: boolean[]
let life: AbortController
let checkCount: number
let mutated: () => void
let observing: boolean

beforeEach(() => {
  vi.useFakeTimers()
  place = { pathname: '/', search: '' }
  navigation = new EventTarget()
  told = []
  life = new AbortController()
  checkCount = 0
  observing = false
  vi.stubGlobal('location', place)
  vi.stubGlobal('navigation', navigation)
  vi.stubGlobal(
    'MutationObserver',
    class {
      constructor(callback: () => void) {
        mutated = () => observing && callback()
      }
      observe() {
        observing = true
      }
      disconnect() {
        observing = false
      }
    },
  )
  show('<p>Journal</p>')
})

afterEach(() => {
  life.abort()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const shop = '<a href="/cart">Cart</a><b>$12.00</b><b>$13.00</b>'
const settle = () => vi.advanceTimersByTime(10_000)
const watch = () => watchShop(isShop => told.push(isShop), life.signal)

function show(html: string): void {
  const page = documentOf(`<html><body>${html}`)
  const createTreeWalker = page.createTreeWalker.bind(page)
  page.createTreeWalker = (...args) => {
    // Each check traverses the whole body once.
    if (args[0] === page.body) checkCount++
    return createTreeWalker(...args)
  }
  vi.stubGlobal('document', page)
  mutated?.()
}

function navigate(search: string): void {
  place.search = search
  navigation.dispatchEvent(new Event('currententrychange'))
}

it('reports nothing for a page that is not a shop, and checks once if nothing changes', () => {
  watch()
  settle()
  expect(told).toEqual([])
  expect(checkCount).toBe(1)
})

it('reports a shop that is built while the page settles', () => {
  watch()
  vi.advanceTimersByTime(300)
  show(shop)
  settle()
  expect(told).toEqual([true])
})

it('does nothing on a settled page, whatever changes', () => {
  watch()
  settle()
  show(shop)
  settle()
  expect({ told, observing, timers: vi.getTimerCount() }).toEqual({ told: [], observing: false, timers: 0 })
})

it('checks again after a navigation within the page, in both directions', () => {
  watch()
  settle()
  navigate('?product=1')
  vi.advanceTimersByTime(600)
  show(shop)
  settle()
  expect(told).toEqual([true])
  show('<p>Story</p>')
  navigate('?story=1')
  settle()
  expect(told).toEqual([true, false])
})

it('ignores a new fragment or state', () => {
  watch()
  settle()
  show(shop)
  navigate('')
  settle()
  expect(told).toEqual([])
})

it('checks a page that changes its address in each frame only once the address is stable', () => {
  watch()
  settle()
  checkCount = 0
  for (let frame = 0; frame < 180; frame++) {
    navigate(`?at=${frame}`)
    vi.advanceTimersByTime(16)
  }
  expect(checkCount).toBe(1)
  show(shop)
  settle()
  expect(told).toEqual([true])
})

it('stops with its signal', () => {
  watch()
  life.abort()
  show(shop)
  settle()
  expect({ told, checkCount, timers: vi.getTimerCount() }).toEqual({ told: [], checkCount: 0, timers: 0 })
})
