import { type Answer, isAnswered, type Priority, type Sighting } from '../messages.ts'
import type { HostPort, Request } from '../platform/host-port.ts'
import { createBadge } from './badge.ts'
import { findImages, type PageImage, urlOf } from './find-images.ts'
import type { Overlay, Placed } from './overlay.ts'
import { readHere } from './read-here.ts'
import { watchImages } from './watch-images.ts'

/** What became of one image of the page. */
interface Seen {
  url: string
  request?: Request
  badge?: Placed
  answer?: Answer
}

/** Badges the garments of a page until the signal is aborted; then the page is as it was found. */
export function badgePage(port: HostPort, overlay: Overlay, signal: AbortSignal): void {
  const seen = new Map<PageImage, Seen>()

  watchImages({ find: findImages, wanted, unwanted, gone, moved: () => overlay.settle() }, signal)
  signal.addEventListener('abort', () => {
    for (const image of [...seen.keys()]) gone(image)
  })

  /** The image is on screen or near it, and loaded; also called again when its priority or its picture changes. */
  function wanted(image: PageImage, priority: Priority): void {
    const url = urlOf(image)
    let state = seen.get(image)
    if (state && state.url !== url) {
      gone(image)
      state = undefined
    }
    if (!state) {
      state = { url }
      seen.set(image, state)
    }
    if (state.request) state.request.prioritise(priority)
    else if (!state.answer) void ask(image, state, priority)
  }

  /** The image is far away: what was not answered yet is withdrawn and asked again when it comes back. */
  function unwanted(image: PageImage): void {
    const state = seen.get(image)
    state?.request?.cancel()
    delete state?.request
  }

  function gone(image: PageImage): void {
    unwanted(image)
    seen.get(image)?.badge?.remove()
    seen.delete(image)
  }

  async function ask(image: PageImage, state: Seen, priority: Priority): Promise<void> {
    const sighting = sightingOf(state.url, 'auto')
    state.request = port.ask({ url: state.url }, priority, sighting)
    let answer = await state.request.answer
    // The host reads only what the person has granted; this page itself may know more.
    if ('failure' in answer && answer.failure === 'unreachable') {
      const bytes = await readHere(image, state.url, signal)
      if (bytes instanceof Blob && seen.get(image) === state) {
        state.request = port.ask({ bytes }, priority, sighting)
        answer = await state.request.answer
      }
    }
    delete state.request
    state.answer = answer
    if (seen.get(image) !== state || signal.aborted) return
    if (isAnswered(answer) && answer.prediction.verdict === 'garment')
      state.badge = overlay.place(image, createBadge(answer.prediction))
  }
}

/** What the history keeps of this page. A `data:` URL is the picture itself and would be stored twice. */
export function sightingOf(url: string, by: Sighting['by']): Sighting {
  return { pageUrl: location.href, pageTitle: document.title, imageUrl: url.startsWith('data:') ? '' : url, by }
}
