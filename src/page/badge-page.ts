import { isBadged } from '../apparel/badge-choice.ts'
import { type Garment, garments } from '../apparel/classes.ts'
import { type Answered, isAnswered, type PictureReport, type Priority } from '../messages.ts'
import type { BadgeChoices } from '../platform/active-sites.ts'
import { className } from '../platform/class-name.ts'
import type { HostPort } from '../platform/host-port.ts'
import { onAbort } from '../platform/on-abort.ts'
import { createAltTexts } from './alt-texts.ts'
import { createRest } from './ask-rest.ts'
import { createBadges } from './badges.ts'
import type { Picture } from './find/picture.ts'
import { createOnScreenFirst } from './on-screen-first.ts'
import type { Overlay, Placed } from './overlay.ts'
import { Question } from './question.ts'
import { reportOn } from './report.ts'
import { watchPictures } from './watch-pictures.ts'

/** An element that shows a picture, and what the picture is. */
interface Place {
  picture: Picture
  question: Question
  isOnScreen: boolean
  /** On screen only, so that a long page costs no more than a short one. */
  badge?: Placed
}

/** A page with badges. */
export interface BadgedPage {
  /** What became of each picture. */
  report(): PictureReport[]
  /** The person has allowed more: asks again what could not be read. */
  retry(): void
  /** Shows the badges that are wanted now, as they are wanted. */
  choose(choices: BadgeChoices): void
  /** How many pictures are badged, or would be on screen. */
  garments(): number
}

/**
 * Badges the garments of a page until the signal is aborted; then the page is as it was found.
 * @param choices which badges are wanted, and how they look
 * @param onGarments called when their number may have changed
 */
export function badgePage(
  port: HostPort,
  overlay: Overlay,
  choices: BadgeChoices,
  onGarments: () => void,
  signal: AbortSignal,
): BadgedPage {
  const places = new Map<Element, Place>()
  /** By the picture's key. */
  const questions = new Map<string, Question>()

  let frames = window.length
  const moved = () => {
    overlay.glance()
    if (window.length !== frames) onGarments()
    frames = window.length
  }
  const pictures = watchPictures({ wanted, paused, unwanted, gone, moved }, signal)
  const askRest = createRest(pictures.nextFar, askAhead, port, signal)
  const onScreenFirst = createOnScreenFirst(askNear, signal)
  const putBadge = createBadges(overlay, signal)
  const altTexts = createAltTexts(signal)
  onAbort(signal, () => {
    for (const element of [...places.keys()]) gone(element)
  })

  function wanted(picture: Picture, priority: Priority): void {
    const { element } = picture
    // What was said of another picture does not hold any more.
    if (places.get(element)?.picture.key !== picture.key) gone(element)
    const place = places.get(element) ?? open(picture)
    describe(place)
    place.isOnScreen = priority === 'visible'
    if (place.isOnScreen) showBadge(place)
    else hideBadge(place)
    ask(place, priority)
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
    onGarments()
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
    const place = places.get(element)
    if (!place) return
    unwanted(element)
    if (element instanceof HTMLImageElement) altTexts.takeBack(element)
    places.delete(element)
    onGarments()
    place.question.places.delete(element)
    if (place.question.places.size === 0) questions.delete(place.picture.key)
  }

  function answered(question: Question): void {
    for (const element of question.places) {
      const place = places.get(element)
      if (place) describe(place)
      if (place?.isOnScreen) showBadge(place)
      onScreenFirst.end(element)
    }
    onGarments()
    askRest()
  }

  function showBadge(place: Place): void {
    const answer = place.badge ? undefined : garmentIn(place, choices.classes)
    const badge = answer && putBadge(place.picture.element, answer, choices)
    if (badge) place.badge = badge
  }

  /** An image has a text for those who do not see it, whether a badge is wanted on it or not. */
  function describe(place: Place): void {
    const { element, kind } = place.picture
    if (!(element instanceof HTMLImageElement)) return
    const answer = choices.altTexts && kind === 'img' ? garmentIn(place, garments) : undefined
    if (answer) altTexts.give(element, className(answer.prediction.garment))
    else altTexts.takeBack(element)
  }

  /** The answer where it is one of these classes, and sure enough for the person. */
  function garmentIn({ question: { answer } }: Place, classes: readonly Garment[]): Answered | undefined {
    const isGarment = answer && isAnswered(answer) && isBadged(answer.prediction, { ...choices, classes })
    return isGarment ? answer : undefined
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
    report: () => pictures.all().map(([element, look]) => reportOn(element, look, places.get(element)?.question)),
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
        describe(place)
      }
      onGarments()
    },
    garments: () => [...places.values()].filter(place => garmentIn(place, choices.classes)).length,
  }
}
