import { centreOf } from '../apparel/activation-map.ts'
import { type Answer, isAnswered, type Priority } from '../messages.ts'
import type { HostPort, Request } from '../platform/host-port.ts'
import { createBadge } from './badge.ts'
import { badgeSeat } from './badge-seat.ts'
import { findImages, type PageImage, urlOf } from './find-images.ts'
import type { Overlay, Placed } from './overlay.ts'
import { pageMayKnowMore, readHere } from './read-here.ts'
import { sightingOf } from './sighting.ts'
import { watchImages } from './watch-images.ts'

/** What became of one image of the page. */
interface Seen {
  url: string
  /** While its question is open. */
  asking?: AbortController
  request?: Request
  answer?: Answer
  badge?: Placed
}

/** Badges the garments of a page until the signal is aborted; then the page is as it was found. */
export function badgePage(port: HostPort, overlay: Overlay, signal: AbortSignal): void {
  const seen = new Map<PageImage, Seen>()

  watchImages({ find: findImages, wanted, paused, unwanted, gone, moved: () => overlay.settle() }, signal)
  signal.addEventListener('abort', () => {
    for (const image of [...seen.keys()]) gone(image)
  })

  /** The image is on screen or near it, and loaded; also called again when its priority or its picture changes. */
  function wanted(image: PageImage, priority: Priority): void {
    const url = urlOf(image)
    if (seen.get(image)?.url !== url) gone(image)
    const state = seen.get(image) ?? { url }
    seen.set(image, state)
    if (state.asking) state.request?.prioritise(priority)
    else if (state.answer) showBadge(image, state)
    else void ask(image, state, priority)
  }

  /** An open question is withdrawn until the tab is seen again; a badge stays, so that it is there at once. */
  function paused(image: PageImage): void {
    const state = seen.get(image)
    if (!state) return
    state.asking?.abort()
    state.request?.cancel()
    delete state.asking
    delete state.request
    if (state.answer && mayPass(state.answer)) delete state.answer
  }

  /** The image is far away: its badge comes back with it. */
  function unwanted(image: PageImage): void {
    paused(image)
    const state = seen.get(image)
    state?.badge?.remove()
    delete state?.badge
  }

  function gone(image: PageImage): void {
    unwanted(image)
    seen.delete(image)
  }

  async function ask(image: PageImage, state: Seen, priority: Priority): Promise<void> {
    const asking = new AbortController()
    state.asking = asking
    const sighting = sightingOf(state.url, 'auto')
    state.request = port.ask({ url: state.url }, priority, sighting)
    let answer = await state.request.answer
    if (asking.signal.aborted) return
    if (pageMayKnowMore(answer)) {
      const bytes = await readHere(image, state.url, asking.signal)
      if (asking.signal.aborted) return
      if (bytes instanceof Blob) {
        state.request = port.ask({ bytes }, priority, sighting)
        answer = await state.request.answer
        if (asking.signal.aborted) return
      }
    }
    delete state.asking
    delete state.request
    state.answer = answer
    showBadge(image, state)
  }

  function showBadge(image: PageImage, state: Seen): void {
    const { answer } = state
    if (!answer || state.badge || !isAnswered(answer) || answer.prediction.verdict !== 'garment') return
    const centre = answer.activation && centreOf(answer.activation)
    state.badge = overlay.place(image, createBadge(answer.prediction), { seat: badgeSeat(image, centre) })
  }
}

/** A failure that may be none the next time. */
function mayPass(answer: Answer): boolean {
  return 'failure' in answer && (answer.failure === 'timed_out' || answer.failure === 'network_failed')
}
