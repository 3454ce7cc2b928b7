import { language } from '../platform/language.ts'
import { onAbort } from '../platform/on-abort.ts'
import { text } from '../platform/text.ts'
import { coversMayHaveChanged } from './cover.ts'
import { element } from './element.ts'
import styles from './overlay.css?inline'
import { OVERLAY } from './overlay-name.ts'
import { own, rectOf } from './own.ts'
import { HIDDEN, type Placeable, type Placement, placementOf, type Seat } from './placement.ts'
import { SLICE, workOn } from './slices.ts'
import { createStay } from './stay.ts'
import { clippersOf } from './visible-part.ts'

/** Something that the overlay shows at an element of the page. */
export interface Placed {
  remove(): void
}

interface Item extends Placed, Placeable {
  onGone: (() => void) | undefined
  /** The style that was written last: the browser would give it back in words of its own. */
  css: string
}

/** Milliseconds without a movement after which the positions are taken for settled: a transition may begin late. */
const SETTLED = 500
/** Milliseconds between two looks at a page that changes all the time, but not where anything is. */
const REST = 100
/** Of all time, at most this share goes into looks that take longer than a slice, as where hundreds of badges move. */
const SHARE = 0.3

/** Of the overlay: by it the scale of the page's root is measured. Pixels. */
const WIDTH = 100

const look = sheetOf(styles)
/** Important in the shadow root, so that nothing of the page has its way with it, be it important in a style attribute. */
const place = sheetOf(`:host {
  all: initial !important; position: absolute !important; top: 0 !important; left: 0 !important;
  width: ${WIDTH}px !important; height: 0 !important; contain: layout size style !important;
  z-index: 2147483647 !important; pointer-events: none !important
}
.layer { position: absolute; top: 0; left: 0; width: 100%; height: 0; contain: layout size style }`)
/** Not `display: none`: badges that come meanwhile are measured. */
const noBadges = sheetOf('.badge { visibility: hidden !important }')
const nothing = sheetOf(':host { visibility: hidden !important }')

/**
 * The one element that this extension adds to a page: of no height, outside the page's flow, with a closed shadow root.
 * Size and layout containment make all in it ink overflow, so that it can never add a scrollbar
 * (https://www.w3.org/TR/css-contain-2/#containment-layout).
 */
export class Overlay {
  #host = document.createElement(OVERLAY)
  #root = this.#host.attachShadow({ mode: 'closed' })
  /** All is in this: from the scroll size of the host itself a page would learn how wide a badge is, and guess its words. */
  #layer = this.#root.appendChild(element('div', 'layer'))
  #stay = createStay(this.#host, () => this.#show())
  #sheets = new Set([place, look])
  #items = new Set<Item>()
  #frame = 0
  #timer = 0
  /** Elements may have been moved in the document, or have other clippers. */
  #isChanged = false
  #movedAt = Number.NEGATIVE_INFINITY
  #shiftedAt = Number.NEGATIVE_INFINITY
  #lookedAt = Number.NEGATIVE_INFINITY
  #restUntil = Number.NEGATIVE_INFINITY
  #resized = new ResizeObserver(() => this.#look())
  /** Calls back when the page is laid out: to read positions any earlier in a frame would lay it out twice. */
  #laidOut = new ResizeObserver(() => this.#follow())

  /** @param signal takes the overlay and all in it away */
  constructor(signal: AbortSignal) {
    const settle = () => this.settle()
    const options = { capture: true, passive: true, signal }
    document.addEventListener('scroll', settle, options)
    for (const type of ['transitionrun', 'animationstart'])
      document.addEventListener(type, () => this.#shift(), options)
    // Menus unfold under the pointer, by rules that no event tells of.
    document.addEventListener('pointerover', () => this.glance(), options)
    document.addEventListener('load', () => this.#lookSoon(), options)
    window.addEventListener('resize', settle, { signal })
    onAbort(signal, () => {
      for (const item of this.#items) item.remove()
    })
  }

  /** Shows a node at its seat on an element, and takes it away with the element. */
  place(target: Element, node: HTMLElement, { seat, onGone }: { seat: Seat; onGone?: () => void }): Placed {
    const item: Item = {
      target,
      clippers: clippersOf(target),
      node,
      seat,
      onGone,
      css: HIDDEN,
      remove: () => {
        if (!this.#items.delete(item)) return
        node.remove()
        if (![...this.#items].some(other => other.target === target)) this.#resized.unobserve(target)
        if (this.#items.size > 0) return
        this.#stay.end()
        this.#host.remove()
      },
    }
    this.#items.add(item)
    if (!this.#host.isConnected) this.#show()
    else if (isInTopLayer(target)) this.#rise()
    // Shown by the next frame, which measures all that is new at once.
    node.style.cssText = HIDDEN
    // Of our words, not of the page.
    node.dir = text('direction')
    node.lang = language()
    this.#layer.append(node)
    this.#resized.observe(target)
    this.#look()
    return item
  }

  /** Adds to the style of what it shows. */
  style(styles: string): void {
    this.#apply(sheetOf(styles), true)
  }

  /** Something moves: follows the page until nothing has moved for a while. */
  settle(): void {
    this.#movedAt = performance.now()
    this.#look()
  }

  /** Something moves that may come over badges, such as a drawer. */
  #shift(): void {
    this.#shiftedAt = performance.now()
    this.settle()
  }

  /** Something may have moved: looks at once, but not again and again. Where the page is in flux, each look lays it out. */
  glance(): void {
    this.#isChanged = true
    this.#lookSoon()
  }

  /** Hides all badges until it is told to show them again; cards stay. */
  hideBadges(areHidden: boolean): void {
    this.#apply(noBadges, areHidden)
  }

  /** Runs work while the overlay is not painted. */
  async whileHidden<T>(work: () => Promise<T>): Promise<T> {
    this.#apply(nothing, true)
    // The second frame begins once the first one is painted.
    await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    try {
      return await work()
    } finally {
      this.#apply(nothing, false)
    }
  }

  #apply(sheet: CSSStyleSheet, isOn: boolean): void {
    if (isOn) this.#sheets.add(sheet)
    else this.#sheets.delete(sheet)
    this.#root.adoptedStyleSheets = [...this.#sheets]
  }

  #show(): void {
    document.documentElement.append(this.#host)
    // On a way through another document it has lost them.
    this.#root.adoptedStyleSheets = [...this.#sheets]
    if ([...this.#items].some(({ target }) => isInTopLayer(target))) this.#rise()
    this.#stay.begin()
  }

  /** Dialogues lie in the browser's top layer, above every z-index: the overlay joins them there, as the latest. */
  #rise(): void {
    this.#host.popover = 'manual'
    if (this.#host.matches(':popover-open')) this.#host.hidePopover()
    this.#host.showPopover()
  }

  #lookSoon(): void {
    if (!this.#timer) this.#look(this.#lookedAt + REST)
  }

  /** @param earliest when to look; milliseconds, as of `performance.now()` */
  #look(earliest = this.#restUntil): void {
    if (this.#frame || this.#items.size === 0) return
    clearTimeout(this.#timer)
    this.#timer = 0
    const wait = Math.max(earliest, this.#restUntil) - performance.now()
    if (wait > 0) this.#timer = window.setTimeout(() => this.#look(), wait)
    else this.#frame = requestAnimationFrame(() => this.#laidOut.observe(this.#host))
  }

  #follow(): void {
    this.#laidOut.disconnect()
    this.#frame = 0
    this.#lookedAt = performance.now()
    const { hasMoved, isAll } = this.#layOut()
    if (hasMoved) this.#movedAt = this.#lookedAt
    const now = performance.now()
    const spent = now - this.#lookedAt
    if (spent > SLICE) this.#restUntil = now + spent / SHARE - spent
    if (!isAll || this.#lookedAt - this.#movedAt < SETTLED) this.#look()
  }

  /** Reads, then writes, so that the page lays out once; as many as there is time for, and the others the next time. */
  #layOut(): { hasMoved: boolean; isAll: boolean } {
    // Our own place is measured too: the page may have moved, scrolled, zoomed or scaled its root element.
    const known = new Map<Element, Element[]>()
    if (this.#isChanged) for (const item of this.#items) item.clippers = clippersOf(item.target, known)
    if (this.#isChanged || this.#lookedAt - this.#shiftedAt < SETTLED) coversMayHaveChanged()
    this.#isChanged = false
    const { left, top, width } = rectOf(this.#host)
    const origin = { left, top, scale: width / WIDTH || 1 }
    const places: ({ item: Item } & Placement)[] = []
    const isAll = !workOn([...this.#items].values(), item => {
      places.push({ item, ...placementOf(item, origin) })
      // To the end, so that each has its turn.
      this.#items.delete(item)
      this.#items.add(item)
    })
    let hasMoved = false
    for (const { item, isGone, css, isSmall } of places) {
      if (isGone) {
        item.remove()
        item.onGone?.()
        continue
      }
      item.node.classList.toggle('small', isSmall)
      if (item.css === css) continue
      // To appear is no movement.
      hasMoved ||= item.css !== HIDDEN
      item.css = css
      item.node.style.cssText = css
    }
    return { hasMoved, isAll }
  }
}

function isInTopLayer(target: Element): boolean {
  return own(target).closest('dialog, [popover]') !== null
}

function sheetOf(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(text)
  return sheet
}
