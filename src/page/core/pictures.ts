import type { Answer } from '../../apparel/answer.ts'
import { onAbort } from '../../async/on-abort.ts'
import type { HostPort } from '../../inference/client/host-port.ts'
import type { Answers } from './answers/answers.ts'
import { type PicturePlace, type PicturePlaces, watchPlaces } from './answers/picture-places.ts'
import type { Picture, Skipped } from './find/picture.ts'
import type { Overlay } from './overlay/overlay.ts'

/** The pictures of a page. They are watched and asked about while there is a subscriber. */
export interface Pictures {
  /** The places whose picture was requested, or will be. */
  places(): Iterable<PicturePlace>
  /** Everything that shows a picture or something like it, with its place where it has one. */
  all(): [Element, Picture | Skipped, PicturePlace | undefined][]
  /** Asks again about pictures whose answer may be another now, for example because the user has granted more permissions. */
  retry(mayDiffer: (answer: Answer) => boolean): void
  /** Calls back for each known place at once, and for each event until the signal is aborted. */
  subscribe(subscriber: PictureSubscriber, signal: AbortSignal): void
}

interface PictureSubscriber {
  /** A place is new, has moved on or off the screen, or has an answer. Also called when nothing has changed. */
  changed?(place: PicturePlace): void
  /** The element has left the page, or shows another picture or none. */
  gone?(place: PicturePlace): void
  /** Something on the page may have moved, come or gone. */
  moved?(): void
}

export function createPictures(port: HostPort, answers: Answers, overlay: Overlay): Pictures {
  const subscribers = new Set<PictureSubscriber>()
  let watched: { places: PicturePlaces; end: AbortController } | undefined

  const everyone: Required<PictureSubscriber> = {
    changed: place => {
      for (const subscriber of subscribers) subscriber.changed?.(place)
    },
    gone: place => {
      for (const subscriber of subscribers) subscriber.gone?.(place)
    },
    moved: () => {
      overlay.scheduleLayout()
      for (const subscriber of subscribers) subscriber.moved?.()
    },
  }

  function begin(): void {
    const end = new AbortController()
    watched = { places: watchPlaces(port, answers, everyone, end.signal), end }
  }

  function unsubscribe(subscriber: PictureSubscriber): void {
    subscribers.delete(subscriber)
    if (subscribers.size > 0) return
    watched?.end.abort()
    watched = undefined
  }

  return {
    places: () => watched?.places.values() ?? [],
    all: () => watched?.places.all() ?? [],
    retry: mayDiffer => watched?.places.retry(mayDiffer),
    subscribe: (subscriber, signal) => {
      subscribers.add(subscriber)
      onAbort(signal, () => unsubscribe(subscriber))
      if (!watched) begin()
      else for (const place of watched.places.values()) subscriber.changed?.(place)
    },
  }
}
