import { type Answered, isAnswered } from '../../../apparel/answer.ts'
import { shownName } from '../../../i18n/answer-words.ts'
import { garmentName } from '../../../i18n/garment-name.ts'
import { badgedAnswer } from '../../core/answers/badged-answer.ts'
import type { PicturePlace } from '../../core/answers/picture-places.ts'
import { createSearches } from '../../core/garments/searches.ts'
import type { PageCore } from '../../core/page-core.ts'
import type { Feature } from '../../feature.ts'
import { createAltTexts } from './alt-texts.ts'
import { areAltTextsWanted } from './wanted.ts'

/** Describes images that have no description by the name of what they show. */
export const altText: Feature = { name: 'alt-text', isWanted: areAltTextsWanted, start }

function start(core: PageCore): void {
  const { pictures, choices, signal } = core
  const texts = createAltTexts(signal)
  const search = createSearches(core)
  /** The names of all garments, for the answers of pictures that show several. */
  const lists = new WeakMap<Answered, string>()

  function describe(place: PicturePlace): void {
    const { element, kind } = place.picture
    if (!(element instanceof HTMLImageElement)) return
    const { answer } = place
    // Users who do not see badges need the text for every class, not only for those with badges.
    const chosen = choices.current()
    const ownKinds = chosen.ownKinds.map(own => ({ ...own, isBadged: true }))
    const badged = kind === 'img' && badgedAnswer(answer, { ...chosen, classesOff: [], ownKinds })
    const several = kind === 'img' && answer && isAnswered(answer) && answer.mayShowMore ? answer : undefined
    const words = (several && lists.get(several)) || (badged && shownName(badged.prediction))
    if (words) texts.add(element, words)
    else texts.restore(element)
    if (several && place.isOnScreen && !lists.has(several)) void list(place, several)
  }

  /** Describes a picture by all of its garments, once. */
  async function list(place: PicturePlace, answer: Answered): Promise<void> {
    lists.set(answer, '')
    const garments = await search(place.picture, answer, signal)
    if (garments.length < 2) return
    lists.set(answer, [...new Set(garments.map(garmentName))].join(', '))
    if (place.answer === answer && !signal.aborted) describe(place)
  }

  const gone = ({ picture: { element } }: PicturePlace) => {
    if (element instanceof HTMLImageElement) texts.restore(element)
  }
  choices.watch(() => {
    for (const place of pictures.places()) describe(place)
  }, signal)
  pictures.subscribe({ changed: describe, gone }, signal)
}
