import { parseHTML } from 'linkedom'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { clipOf, parentOf, visibleBoxOf } from './clipping.ts'

type Style = Partial<Record<'overflowX' | 'overflowY' | 'clipPath' | 'backfaceVisibility', string>>

/** Styles by id; everything else has the initial values. */
let styles: Record<string, Style>
let document: Document
const byId = (id: string) => document.getElementById(id) as Element

beforeEach(() => {
  const window = parseHTML(
    '<html><body id="body"><div id="list"><div id="card"><img id="image"></div></div><img id="other"></body></html>',
  )
  document = window.document
  vi.stubGlobal('Node', window.Node)
  vi.stubGlobal('HTMLFormElement', window.HTMLFormElement)
  styles = {}
  vi.stubGlobal('getComputedStyle', ({ id }: Element) => ({
    overflowX: 'visible',
    overflowY: 'visible',
    clipPath: 'none',
    backfaceVisibility: 'visible',
    ...styles[id],
  }))
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const idsOf = (elements: Element[]) => elements.map(({ id }) => id)

describe('clipOf', () => {
  it('finds ancestors that clip on either axis, nearest first', () => {
    styles = { list: { overflowX: 'auto' }, card: { overflowY: 'hidden' } }
    expect(idsOf(clipOf(byId('image')).clippers)).toEqual(['card', 'list'])
  })

  it('ignores the body, whose overflow the viewport takes over, and the element itself', () => {
    styles = { body: { overflowX: 'hidden' }, image: { overflowX: 'hidden' } }
    expect(clipOf(byId('image'))).toEqual({ clippers: [], isShaped: false })
  })

  it.each([
    ['image', { clipPath: 'circle(50%)' }],
    ['list', { clipPath: 'circle(50%)' }],
    ['card', { backfaceVisibility: 'hidden' }],
  ])('is shaped where %s has %o', (id, style) => {
    styles = { [id]: style }
    expect(clipOf(byId('image')).isShaped).toBe(true)
    expect(clipOf(byId('other')).isShaped).toBe(false)
  })

  it('reuses and extends the clips of known ancestors', () => {
    styles = { list: { overflowX: 'auto' } }
    const known = new Map()
    clipOf(byId('image'), known)
    expect(idsOf([...known.keys()])).toEqual(['list', 'card'])
    styles = {}
    expect(idsOf(clipOf(byId('image'), known).clippers)).toEqual(['list'])
  })
})

describe('visibleBoxOf', () => {
  const at = (left: number, top: number, right: number, bottom: number) =>
    ({ getBoundingClientRect: () => ({ left, top, right, bottom }) }) as Element

  it('is what all clippers leave of the box', () => {
    const box = visibleBoxOf(at(0, 0, 200, 200), [at(10, 0, 150, 300), at(0, 50, 300, 120)])
    expect(box).toEqual({ left: 10, top: 50, right: 150, bottom: 120 })
  })

  it('is empty where a slide is scrolled out of its carousel', () => {
    const { left, right } = visibleBoxOf(at(400, 0, 600, 200), [at(0, 0, 300, 200)])
    expect(right).toBeLessThan(left)
  })
})

describe('parentOf', () => {
  it('is the slot of a slotted element', () => {
    const slot = { nodeType: 1 }
    expect(parentOf({ assignedSlot: slot, parentNode: { nodeType: 1 } } as unknown as Element)).toBe(slot)
  })

  it('is the host of a shadow root, and nothing above the root element', () => {
    const host = {}
    expect(parentOf({ assignedSlot: null, parentNode: { nodeType: 11, host } } as unknown as Element)).toBe(host)
    expect(parentOf({ assignedSlot: null, parentNode: { nodeType: 9 } } as unknown as Element)).toBeNull()
  })
})
