import { shownName } from '../../../i18n/answer-words.ts'
import { badgedAnswer } from '../../core/answers/badged-answer.ts'
import type { PicturePlace } from '../../core/answers/picture-places.ts'
import type { PageCore } from '../../core/page-core.ts'
import type { Feature } from '../../feature.ts'
import { createAltTexts } from './alt-texts.ts'
import { areAltTextsWanted } from './wanted.ts'

/** Describes images that have no description by the name of what they show. */
export const altText: Feature = { name: 'alt-text', isWanted: areAltTextsWanted, start }

function start({ pictures, choices, signal }: PageCore): void {
  const texts = createAltTexts(signal)

  function describe({ picture: { element, kind }, answer }: PicturePlace): void {
    if (!(element instanceof HTMLImageElement)) return
    // Users who do not see badges need the text for every class, not only for those with badges.
    const chosen = choices.current()
    const ownKinds = chosen.ownKinds.map(own => ({ ...own, isBadged: true }))
    const badged = kind === 'img' && badgedAnswer(answer, { ...chosen, classesOff: [], ownKinds })
    if (badged) texts.add(element, shownName(badged.prediction))
    else texts.restore(element)
  }

  const gone = ({ picture: { element } }: PicturePlace) => {
    if (element instanceof HTMLImageElement) texts.restore(element)
  }
  choices.watch(() => {
    for (const place of pictures.places()) describe(place)
  }, signal)
  pictures.subscribe({ changed: describe, gone }, signal)
}
