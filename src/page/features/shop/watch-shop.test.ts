import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { documentOf } from '../../../../scripts/shop-table/shop-pages.ts'
import { watchShop } from './watch-shop.ts'

/** A page that a test navigates and changes by hand. */
let place: { pathname: string; search: string }
let navigation: EventTarget
let told: boolean[]
let life: AbortController
let looks: number
let mutated: () => void
let observing: boolean

beforeEach(() => {
  vi.useFakeTimers()
  place = { pathname: '/', search: '' }
  navigation = new EventTarget()
  told = []
  life = new AbortController()
  looks = 0
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
  const walk = page.createTreeWalker.bind(page)
  page.createTreeWalker = (...args) => {
    // Only the walk through the whole body is one of a look.
    if (args[0] === page.body) looks++
    return walk(...args)
  }
  vi.stubGlobal('document', page)
  mutated?.()
}

function navigate(search: string): void {
  place.search = search
  navigation.dispatchEvent(new Event('currententrychange'))
}

it('says nothing of a page that is no shop, and looks once where nothing changes', () => {
  watch()
  settle()
  expect(told).toEqual([])
  expect(looks).toBe(1)
})

it('sees a shop that is built while the page settles', () => {
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

it('looks again after a navigation within the page, both ways', () => {
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

it('takes a new fragment or state for no navigation', () => {
  watch()
  settle()
  show(shop)
  navigate('')
  settle()
  expect(told).toEqual([])
})

it('looks at a page that goes to another address in each frame when it stays', () => {
  watch()
  settle()
  looks = 0
  for (let frame = 0; frame < 180; frame++) {
    navigate(`?at=${frame}`)
    vi.advanceTimersByTime(16)
  }
  expect(looks).toBe(1)
  show(shop)
  settle()
  expect(told).toEqual([true])
})

it('ends with its signal', () => {
  watch()
  life.abort()
  show(shop)
  settle()
  expect({ told, looks, timers: vi.getTimerCount() }).toEqual({ told: [], looks: 0, timers: 0 })
})
