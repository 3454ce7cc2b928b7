import type { Answer } from '../../../apparel/answer.ts'
import { onAbort } from '../../../async/on-abort.ts'
import type { HostPort } from '../../../inference/client/host-port.ts'
import type { Priority } from '../../../messages/host-port.ts'
import { answerInPlace } from '../evidence/decoration.ts'
import type { Picture, Skipped } from '../find/picture.ts'
import { watchPictures } from '../watch/watch-pictures.ts'
import type { Answers } from './answers.ts'
import { PictureRequest } from './picture-request.ts'
import { createPrefetch } from './prefetch.ts'
import { createVisibleFirst } from './visible-first.ts'

/** An element that shows a picture, and what is known of the picture. */
export interface PicturePlace {
  readonly picture: Picture
  readonly isOnScreen: boolean
  /** Undefined until the picture has been answered. */
  readonly answer: Answer | undefined
  /** Whether the picture was requested for this place. */
  readonly isRequested: boolean
}

/** Called with each place that changes or goes. */
interface PlaceEvents {
  changed(place: PicturePlace): void
  gone(place: PicturePlace): void
  moved(): void
}

/** The places of a page that show a picture. */
export interface PicturePlaces {
  values(): Iterable<PicturePlace>
  /** Everything that shows a picture or something like it, with its place where it has one. */
  all(): [Element, Picture | Skipped, PicturePlace | undefined][]
  /** Requests pictures again that could not be read. */
  retry(mayDiffer: (answer: Answer) => boolean): void
}

/** Finds the pictures of a page and requests each once, visible ones first, until the signal is aborted. */
export function watchPlaces(port: HostPort, answers: Answers, events: PlaceEvents, signal: AbortSignal): PicturePlaces {
  const places = new Map<Element, Place>()
  /** Requests by the picture's key. */
  const requests = new Map<string, PictureRequest>()
  const pictures = watchPictures({ wanted, coming, paused, unwanted, gone, moved: events.moved }, signal)
  const visibleFirst = createVisibleFirst(requestNear, signal)
  const prefetchSoon = createPrefetch(pictures.nextFar, requestAhead, visibleFirst.isBusy, port, signal)
  onAbort(signal, () => {
    for (const element of [...places.keys()]) gone(element)
  })

  function wanted(picture: Picture, priority: Priority): void {
    const { element } = picture
    // An answer about another picture is no longer valid.
    if ((places.get(element)?.picture ?? picture).key !== picture.key) gone(element)
    const place = places.get(element) ?? add(picture)
    place.isOnScreen = priority === 'visible'
    events.changed(place)
    request(place, priority)
  }

  function coming(element: Element): void {
    if (places.has(element)) gone(element)
    visibleFirst.begin(element)
  }

  function request({ picture, request, answer, isRequested }: Place, priority: Priority): void {
    const { element } = picture
    if (priority === 'near' && !answer && !isRequested) {
      visibleFirst.defer(picture)
      return
    }
    request.want(picture, priority)
    if (priority === 'visible' && !request.answer) visibleFirst.begin(element)
    else visibleFirst.end(element)
  }

  function requestNear(picture: Picture): void {
    const place = places.get(picture.element)
    if (place?.picture.key === picture.key) place.request.want(picture, 'near')
  }

  function requestAhead(picture: Picture): boolean {
    wanted(picture, 'later')
    return !requests.get(picture.key)?.answer
  }

  function add(picture: Picture): Place {
    const request = requests.get(picture.key) ?? new PictureRequest(answers, answered)
    requests.set(picture.key, request)
    request.elements.add(picture.element)
    const place = new Place(picture, request)
    places.set(picture.element, place)
    return place
  }

  /** Withdraws an open request until the tab is visible again. It fires no event, so an existing badge stays. */
  function paused(element: Element): void {
    places.get(element)?.request.release(element)
    visibleFirst.end(element)
  }

  function unwanted(element: Element): void {
    paused(element)
    const place = places.get(element)
    if (!place) return
    place.isOnScreen = false
    events.changed(place)
  }

  function gone(element: Element): void {
    paused(element)
    const place = places.get(element)
    if (!place) return
    place.isOnScreen = false
    places.delete(element)
    events.gone(place)
    place.request.elements.delete(element)
    if (place.request.elements.size === 0) requests.delete(place.picture.key)
  }

  function answered({ elements }: PictureRequest): void {
    for (const element of elements) {
      const place = places.get(element)
      if (place) events.changed(place)
      visibleFirst.end(element)
    }
    prefetchSoon()
  }

  return {
    values: () => places.values(),
    all: () => pictures.all().map(([element, look]) => [element, look, places.get(element)]),
    retry: mayDiffer => {
      for (const request of requests.values()) request.retry(mayDiffer)
    },
  }
}

class Place implements PicturePlace {
  isOnScreen = false
  #asked: Answer | undefined
  #inPlace: Answer | undefined

  constructor(
    readonly picture: Picture,
    readonly request: PictureRequest,
  ) {}

  get answer(): Answer | undefined {
    const { answer } = this.request
    if (this.#asked !== answer) {
      this.#asked = answer
      this.#inPlace = answerInPlace(answer, this.picture)
    }
    return this.#inPlace
  }

  get isRequested(): boolean {
    return this.request.isWantedBy(this.picture.element)
  }
}
