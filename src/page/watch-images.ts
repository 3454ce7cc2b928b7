import type { Priority } from '../messages.ts'
import { type PageImage, urlOf } from './find-images.ts'

/** Images shown smaller than this on a side are icons and spacers. Pixels. */
export const MIN_SIDE = 48

export interface ImageEvents {
  find(node: Node): PageImage[]
  /** Loaded and on or near the screen. Called again when priority or picture change. */
  wanted(image: PageImage, priority: Priority): void
  /** Near the screen of a tab that nobody sees. */
  paused(image: PageImage): void
  /** No longer near the screen. */
  unwanted(image: PageImage): void
  /** No longer on the page, or it shows nothing. */
  gone(image: PageImage): void
  /** Something on the page may have moved. */
  moved(): void
}

/** Watches all images that are or come on the page, until the signal is aborted. */
export function watchImages(events: ImageEvents, signal: AbortSignal): void {
  const priorities = new Map<PageImage, Priority>()
  const near = new IntersectionObserver(entries => sort(entries, 'near'), { rootMargin: '100% 0px' })
  const visible = new IntersectionObserver(entries => sort(entries, 'visible'))

  /** Both observers see every image; the one with the smaller area has the last word on what is visible. */
  function sort(entries: IntersectionObserverEntry[], area: 'near' | 'visible'): void {
    for (const { target, isIntersecting, boundingClientRect: shown } of entries) {
      const image = target as PageImage
      if (isIntersecting && Math.min(shown.width, shown.height) >= MIN_SIDE) {
        if (area === 'visible' || priorities.get(image) !== 'visible') priorities.set(image, area)
      } else if (area === 'near') priorities.delete(image)
      else if (priorities.has(image)) priorities.set(image, 'near')
      tell(image)
    }
  }

  function tell(image: PageImage): void {
    const priority = priorities.get(image)
    // Between two pictures an image shows neither: what was said of the first does not hold any more.
    if (!image.isConnected || !urlOf(image)) events.gone(image)
    else if (!priority) events.unwanted(image)
    else if (document.hidden) events.paused(image)
    else events.wanted(image, priority)
  }

  function change(image: PageImage): void {
    tell(image)
    if (image.isConnected) measureAgain(image)
  }

  function add(image: PageImage): void {
    near.observe(image)
    visible.observe(image)
  }

  /** An observer is silent about an image that grows where it is, as one does that loads without a size of its own. */
  function measureAgain(image: PageImage): void {
    near.unobserve(image)
    visible.unobserve(image)
    add(image)
  }

  function remove(image: PageImage): void {
    // A node that was only moved is back by now.
    if (image.isConnected) return
    near.unobserve(image)
    visible.unobserve(image)
    priorities.delete(image)
    events.gone(image)
  }

  const mutations = new MutationObserver(records => {
    for (const { type, target, addedNodes, removedNodes } of records) {
      if (type === 'attributes' && target instanceof HTMLImageElement) change(target)
      for (const node of removedNodes) for (const image of events.find(node)) remove(image)
      for (const node of addedNodes) for (const image of events.find(node)) if (image.isConnected) add(image)
    }
    events.moved()
  })
  mutations.observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['src', 'srcset', 'class', 'style', 'hidden', 'open'],
  })

  // Lazy and swapped pictures have their `currentSrc` only once they are loaded.
  const loaded = ({ target }: Event) => {
    if (target instanceof HTMLImageElement) change(target)
  }
  document.addEventListener('load', loaded, { capture: true, signal })
  document.addEventListener('error', loaded, { capture: true, signal })
  document.addEventListener('visibilitychange', () => [...priorities.keys()].forEach(tell), { signal })
  for (const image of events.find(document)) add(image)

  signal.addEventListener('abort', () => {
    near.disconnect()
    visible.disconnect()
    mutations.disconnect()
  })
}
