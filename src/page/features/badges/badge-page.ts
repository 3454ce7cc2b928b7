import { isAnswered } from '../../../apparel/answer.ts'
import { isBadged } from '../../../apparel/badge-choice.ts'
import { onAbort } from '../../../async/on-abort.ts'
import type { HostPort } from '../../../inference/client/host-port.ts'
import type { Priority } from '../../../messages/host-port.ts'
import type { BadgeChoices } from '../../../settings/active-sites.ts'
import { Question } from '../../core/answers/picture-request.ts'
import { createRest } from '../../core/answers/prefetch.ts'
import { createOnScreenFirst } from '../../core/answers/visible-first.ts'
import { isOpaque } from '../../core/find/opaque.ts'
import type { Picture, Skipped } from '../../core/find/picture.ts'
import type { Overlay, Placed } from '../../core/overlay/overlay.ts'
import { watchPictures } from '../../core/watch/watch-pictures.ts'
import { createBadges } from './badges.ts'

/** An element that shows a picture, and what the picture is. */
export interface Place {
  picture: Picture
  question: Question
  isOnScreen: boolean
  /** Or what it lies over has none. On screen only, so that a long page costs no more than a short one. */
  badge?: Placed
}

/** A page with badges. */
export interface BadgedPage {
  /** All that shows a picture or something like it, with the question about it, where there is one. */
  pictures(): [Element, Picture | Skipped, Question | undefined][]
  /** The elements with a picture that was asked about, or will be. */
  places(): Iterable<Place>
  /** Which badges are wanted now. */
  choices(): BadgeChoices
  /** The person has allowed more: asks again what could not be read. */
  retry(): void
  /** Shows the badges that are wanted now, as they are wanted. */
  choose(choices: BadgeChoices): void
  /** How many pictures are badged, or would be on screen. */
  garments(): number
  /** Aborted when there are to be no badges any more. */
  signal: AbortSignal
}

/**
 * Badges the garments of a page until the signal is aborted; then the page is as it was found.
 * @param choices which badges are wanted, and how they look
 * @param onChange called when something else may be known of a place, or it is gone; without one, when frames may be gone
 */
export function badgePage(
  port: HostPort,
  overlay: Overlay,
  choices: BadgeChoices,
  onChange: (place?: Place, isGone?: boolean) => void,
  signal: AbortSignal,
): BadgedPage {
  const places = new Map<Element, Place>()
  /** By the picture's key. */
  const questions = new Map<string, Question>()

  let frames = window.length
  const moved = () => {
    overlay.glance()
    if (window.length !== frames) onChange()
    frames = window.length
  }
  const pictures = watchPictures({ wanted, coming, paused, unwanted, gone, moved }, signal)
  const onScreenFirst = createOnScreenFirst(askNear, signal)
  const askRest = createRest(pictures.nextFar, askAhead, onScreenFirst.isBusy, port, signal)
  const badges = createBadges(overlay, signal)
  onAbort(signal, () => {
    for (const element of [...places.keys()]) gone(element)
  })

  function wanted(picture: Picture, priority: Priority): void {
    const { element } = picture
    // What was said of another picture does not hold any more.
    if ((places.get(element)?.picture ?? picture).key !== picture.key) gone(element)
    const place = places.get(element) ?? open(picture)
    onChange(place)
    place.isOnScreen = priority === 'visible'
    if (place.isOnScreen) showBadge(place)
    else hideBadge(place)
    ask(place, priority)
  }

  function coming(element: Element): void {
    if (places.has(element)) gone(element)
    onScreenFirst.begin(element)
  }

  function ask({ picture, question }: Place, priority: Priority): void {
    const { element } = picture
    const isNew = !question.answer && !question.isWantedAt(element)
    if (priority === 'near' && isNew) {
      onScreenFirst.later(picture)
      return
    }
    question.want(picture, priority)
    if (priority === 'visible' && !question.answer) onScreenFirst.begin(element)
    else onScreenFirst.end(element)
  }

  function askNear(picture: Picture): void {
    const place = places.get(picture.element)
    if (place?.picture.key === picture.key) place.question.want(picture, 'near')
  }

  function askAhead(picture: Picture): boolean {
    wanted(picture, 'later')
    return !questions.get(picture.key)?.answer
  }

  function open(picture: Picture): Place {
    const question = questions.get(picture.key) ?? new Question(port, answered)
    questions.set(picture.key, question)
    question.places.add(picture.element)
    const place = { picture, question, isOnScreen: false }
    places.set(picture.element, place)
    return place
  }

  /** An open question is withdrawn until the tab is seen again; a badge stays, so that it is there at once. */
  function paused(element: Element): void {
    places.get(element)?.question.release(element)
    onScreenFirst.end(element)
  }

  function unwanted(element: Element): void {
    paused(element)
    const place = places.get(element)
    if (place) hideBadge(place)
  }

  function gone(element: Element): void {
    unwanted(element)
    const place = places.get(element)
    if (!place) return
    places.delete(element)
    onChange(place, true)
    place.question.places.delete(element)
    if (place.question.places.size === 0) questions.delete(place.picture.key)
  }

  function answered(question: Question): void {
    for (const element of question.places) {
      const place = places.get(element)
      onChange(place)
      if (place?.isOnScreen) showBadge(place)
      onScreenFirst.end(element)
    }
    askRest()
  }

  function showBadge(place: Place): void {
    const { picture, question } = place
    if (place.badge || !question.answer || !isAnswered(question.answer)) return
    const badge = isGarment(place)
      ? badges.put(picture.element, question.answer, choices)
      : isOpaque(picture) && badges.cover(picture.element)
    if (badge) place.badge = badge
  }

  function isGarment({ question: { answer } }: Place): boolean {
    return answer !== undefined && isAnswered(answer) && isBadged(answer.prediction, choices)
  }

  function hideBadge(place: Place): void {
    place.isOnScreen = false
    removeBadge(place)
  }

  function removeBadge(place: Place): void {
    place.badge?.remove()
    delete place.badge
  }

  return {
    pictures: () => pictures.all().map(([element, look]) => [element, look, places.get(element)?.question]),
    places: () => places.values(),
    choices: () => choices,
    retry: () => {
      for (const question of questions.values()) question.retry()
    },
    choose: now => {
      const isSame = JSON.stringify(now) === JSON.stringify(choices)
      choices = now
      if (isSame) return
      for (const place of places.values()) {
        removeBadge(place)
        if (place.isOnScreen) showBadge(place)
        onChange(place)
      }
    },
    garments: () => [...places.values()].filter(isGarment).length,
    signal,
  }
}
