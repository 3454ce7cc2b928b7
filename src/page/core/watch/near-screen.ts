import { onAbort } from '../../../async/on-abort.ts'
import { rectOf } from '../dom/unclobbered.ts'
import { isSmall } from '../find/picture.ts'

/** An element's position relative to the screen. */
export interface ScreenState {
  /** On screen, or at most one screen away; left out while it is farther away. */
  area?: 'visible' | 'near'
  /** Too small for a picture when it was last measured. */
  isSmall: boolean
}

/** Follows which elements are on and near the screen, until the signal is aborted. */
export class NearScreen {
  readonly elements = new Map<Element, ScreenState>()
  /** Elements on screen and at most one screen away. */
  readonly near = new Set<Element>()
  readonly #onChange: (element: Element) => void
  /** The margin also applies to inner scrollers: the next slides of a carousel are as near as the next rows of the page. */
  readonly #nearObserver = new IntersectionObserver(entries => this.#updateNear(entries), {
    scrollMargin: '100%',
  } as IntersectionObserverInit)
  /** Observes only near elements, because each observed element costs the browser time in each frame. */
  readonly #visibleObserver = new IntersectionObserver(entries => this.#updateVisible(entries))
  /** The other observers do not report an element that grows in place. */
  readonly #sizeObserver = new ResizeObserver(entries => {
    for (const { target } of entries) this.measure(target)
  })

  /** @param onChange called when the state of an element is known or has changed */
  constructor(onChange: (element: Element) => void, signal: AbortSignal) {
    this.#onChange = onChange
    onAbort(signal, () => {
      for (const observer of this.#observers) observer.disconnect()
    })
  }

  add(element: Element): void {
    if (this.elements.has(element)) return
    this.elements.set(element, { isSmall: false })
    this.#nearObserver.observe(element)
  }

  /** Measures whether a near element is still small. No observer reports changes of size by a transform. */
  measure(element: Element): void {
    const state = this.elements.get(element)
    if (!state?.area) return
    const wasSmall = state.isSmall
    state.isSmall = isSmall(rectOf(element))
    if (state.isSmall !== wasSmall) this.#onChange(element)
  }

  remove(element: Element): void {
    for (const observer of this.#observers) observer.unobserve(element)
    this.elements.delete(element)
    this.near.delete(element)
  }

  get #observers(): (IntersectionObserver | ResizeObserver)[] {
    return [this.#nearObserver, this.#visibleObserver, this.#sizeObserver]
  }

  #updateNear(entries: IntersectionObserverEntry[]): void {
    const notVisible: Element[] = []
    for (const { target, isIntersecting, boundingClientRect: box, intersectionRect } of entries) {
      const state = this.elements.get(target)
      if (!state || isIntersecting === this.near.has(target)) continue
      state.isSmall = isSmall(box)
      if (isIntersecting) {
        this.near.add(target)
        // An estimate until the other observer reports, one frame later: what is on screen is asked about first.
        state.area = isOnScreen(intersectionRect) ? 'visible' : 'near'
        this.#visibleObserver.observe(target)
        this.#sizeObserver.observe(target)
      } else {
        this.near.delete(target)
        delete state.area
        this.#visibleObserver.unobserve(target)
        this.#sizeObserver.unobserve(target)
      }
      if (state.area === 'visible') this.#onChange(target)
      else notVisible.push(target)
    }
    notVisible.forEach(this.#onChange)
  }

  #updateVisible(entries: IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const state = this.elements.get(target)
      const area = isIntersecting ? 'visible' : 'near'
      if (!state?.area || state.area === area) continue
      state.area = area
      this.#onChange(target)
    }
  }
}

function isOnScreen({ left, top, right, bottom }: DOMRectReadOnly): boolean {
  return right > 0 && bottom > 0 && left < innerWidth && top < innerHeight
}
