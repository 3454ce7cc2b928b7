import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Anchor, HIDDEN_CSS, placementOf, styleAt } from './placement.ts'

const origin = { left: 0, top: 0, scale: 1 }
beforeEach(() => {
  vi.stubGlobal('HTMLFormElement', class {})
})
afterEach(() => {
  vi.unstubAllGlobals()
})

function place({ width = 200, isShown = true, isConnected = true, anchor = (() => ({ x: 5, y: 7 })) as Anchor } = {}) {
  const target = {
    isConnected,
    checkVisibility: () => isShown,
    getBoundingClientRect: () => ({ left: 10, top: 20, right: 10 + width, bottom: 120 }),
  } as unknown as Element
  const clip = { clippers: [], isShaped: true }
  return placementOf({ target, clip, isChanged: true, node: {} as HTMLElement, anchor }, new Set(), origin)
}

describe('placementOf', () => {
  it('passes the visible box to the anchor and writes its position', () => {
    const anchor = vi.fn<Anchor>(() => ({ x: 5, y: 7, css: 'width: 3px' }))
    expect(place({ anchor }).css).toBe('transform: translate(5px, 7px); width: 3px;--room:194px')
    expect(anchor.mock.calls[0]?.[0]).toMatchObject({
      visible: { left: 10, top: 20, right: 210, bottom: 120 },
      isShaped: true,
      isChanged: true,
    })
  })

  it('hides a node without a position, and one whose element is not shown', () => {
    expect(place({ anchor: () => undefined }).css).toBe(HIDDEN_CSS)
    expect(place({ isShown: false }).css).toBe(HIDDEN_CSS)
  })

  it('is small on an element narrower than 100 pixels', () => {
    expect([99, 100].map(width => place({ width }).isSmall)).toEqual([true, false])
  })

  it('is gone with its element', () => {
    expect([true, false].map(isConnected => place({ isConnected }).isGone)).toEqual([false, true])
  })
})

describe('styleAt', () => {
  it('is relative to the overlay, in whole pixels of the viewport', () => {
    expect(styleAt({ x: 100.4, y: 50 }, { left: 20, top: -30, scale: 1 })).toBe('transform: translate(80px, 80px); ')
  })

  it('undoes the scale of the root element', () => {
    expect(styleAt({ x: 100, y: 50 }, { left: 0, top: 0, scale: 2 })).toBe(
      'transform: translate(50px, 25px) scale(0.5); ',
    )
  })
})
