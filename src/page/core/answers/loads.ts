import { onAbort } from '../../../async/on-abort.ts'

/** Tells when the page loads a picture. */
export interface Loads {
  /** Calls back once, when the page next finishes loading a URL other than by a script's request. */
  next(url: string, callback: () => void): void
}

/** Follows the page's loads from the first callback on, because most pages have nothing to wait for. */
export function watchLoads(signal: AbortSignal): Loads {
  const waiting = new Map<string, Set<() => void>>()
  let observer: PerformanceObserver | undefined

  function observe(): void {
    observer = new PerformanceObserver(list => {
      // Our own requests, too, are a script's.
      const loads = (list.getEntries() as PerformanceResourceTiming[]).filter(load => load.initiatorType !== 'fetch')
      for (const { name } of loads) {
        const callbacks = waiting.get(name) ?? []
        waiting.delete(name)
        for (const callback of callbacks) callback()
      }
    })
    observer.observe({ type: 'resource' })
    onAbort(signal, () => observer?.disconnect())
  }

  return {
    next: (url, callback) => {
      const [name = ''] = url.split('#', 1)
      const callbacks = waiting.get(name) ?? new Set()
      waiting.set(name, callbacks.add(callback))
      if (!observer) observe()
    },
  }
}
