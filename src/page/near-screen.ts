import { MIN_SIDE } from './find/picture.ts'

/** Where an element is. */
export interface Whereabouts {
  /** On screen, or at most a screen away from it; left out while it is farther. */
  area?: 'visible' | 'near'
  /** Too small for a picture, where it was seen last. */
  isSmall: boolean
}

/** Follows where elements are, until the signal is aborted. */
export class NearScreen {
  readonly elements = new Map<Element, Whereabouts>()
  readonly #observers: IntersectionObserver[]

  /** @param onMove called when the whereabouts of an element are known or have changed */
  constructor(onMove: (element: Element, whereabouts: Whereabouts) => void, signal: AbortSignal) {
    const sort = (area: 'near' | 'visible') => (entries: IntersectionObserverEntry[]) => {
      for (const { target, isIntersecting, boundingClientRect: box } of entries) {
        const state = this.elements.get(target)
        if (!state) continue
        state.isSmall = Math.min(box.width, box.height) < MIN_SIDE
        // Both observers see every element; the one with the smaller area has the last word on what is visible.
        if (isIntersecting) state.area = state.area === 'visible' ? 'visible' : area
        else if (area === 'near') delete state.area
        else if (state.area) state.area = 'near'
        onMove(target, state)
      }
    }
    this.#observers = [
      new IntersectionObserver(sort('near'), { rootMargin: '100% 0px' }),
      new IntersectionObserver(sort('visible')),
    ]
    signal.addEventListener('abort', () => {
      for (const observer of this.#observers) observer.disconnect()
    })
  }

  add(element: Element): void {
    if (this.elements.has(element)) return
    this.elements.set(element, { isSmall: false })
    for (const observer of this.#observers) observer.observe(element)
  }

  /** An observer is silent about an element that grows where it is, unless it begins anew. */
  measureAgain(element: Element): void {
    if (!this.elements.has(element)) return
    for (const observer of this.#observers) {
      observer.unobserve(element)
      observer.observe(element)
    }
  }

  remove(element: Element): void {
    for (const observer of this.#observers) observer.unobserve(element)
    this.elements.delete(element)
  }
}
