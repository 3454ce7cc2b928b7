import { onAbort } from '../../../async/on-abort.ts'
import { rectOf } from '../dom/unclobbered.ts'
import { MIN_SIDE_PX } from '../find/picture.ts'

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
  /** Those on screen and at most a screen away. */
  readonly near = new Set<Element>()
  readonly #onMove: (element: Element) => void
  /** Of the page's own scroller as of others: the next slides of a carousel are as near as the next rows of the page. */
  readonly #nearby = new IntersectionObserver(entries => this.#sort(entries), {
    scrollMargin: '100%',
  } as IntersectionObserverInit)
  /** Sees those nearby alone: each frame costs the browser something for each element that is observed. */
  readonly #onScreen = new IntersectionObserver(entries => this.#see(entries))
  /** The other observers are silent about an element that grows where it is. */
  readonly #grown = new ResizeObserver(entries => {
    for (const { target } of entries) this.measure(target)
  })

  /** @param onMove called when the whereabouts of an element are known or have changed */
  constructor(onMove: (element: Element) => void, signal: AbortSignal) {
    this.#onMove = onMove
    onAbort(signal, () => {
      for (const observer of [this.#nearby, this.#onScreen, this.#grown]) observer.disconnect()
    })
  }

  add(element: Element): void {
    if (this.elements.has(element)) return
    this.elements.set(element, { isSmall: false })
    this.#nearby.observe(element)
  }

  /** Looks whether it is still small. What transforms do to its size no observer tells. */
  measure(element: Element): void {
    const state = this.elements.get(element)
    if (!state?.area) return
    const wasSmall = state.isSmall
    state.isSmall = isSmall(rectOf(element))
    if (state.isSmall !== wasSmall) this.#onMove(element)
  }

  remove(element: Element): void {
    for (const observer of [this.#nearby, this.#onScreen, this.#grown]) observer.unobserve(element)
    this.elements.delete(element)
    this.near.delete(element)
  }

  #sort(entries: IntersectionObserverEntry[]): void {
    const others: Element[] = []
    for (const { target, isIntersecting, boundingClientRect: box, intersectionRect } of entries) {
      const state = this.elements.get(target)
      if (!state || isIntersecting === this.near.has(target)) continue
      state.isSmall = isSmall(box)
      if (isIntersecting) {
        this.near.add(target)
        // A guess for the frame that the other observer needs: what is on screen is asked first.
        state.area = isOnScreen(intersectionRect) ? 'visible' : 'near'
        this.#onScreen.observe(target)
        this.#grown.observe(target)
      } else {
        this.near.delete(target)
        delete state.area
        this.#onScreen.unobserve(target)
        this.#grown.unobserve(target)
      }
      if (state.area === 'visible') this.#onMove(target)
      else others.push(target)
    }
    others.forEach(this.#onMove)
  }

  #see(entries: IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const state = this.elements.get(target)
      const area = isIntersecting ? 'visible' : 'near'
      if (!state?.area || state.area === area) continue
      state.area = area
      this.#onMove(target)
    }
  }
}

function isSmall({ width, height }: DOMRectReadOnly): boolean {
  return Math.min(width, height) < MIN_SIDE_PX
}

function isOnScreen({ left, top, right, bottom }: DOMRectReadOnly): boolean {
  return right > 0 && bottom > 0 && left < innerWidth && top < innerHeight
}
