/** The alt script: it comes after the content script where images without a text are to have one; twice it does nothing. */

import { isAnswered } from '../../../apparel/answer.ts'
import { isBadged } from '../../../apparel/badge-choice.ts'
import { garments } from '../../../apparel/classes.ts'
import { className } from '../../../i18n/class-name.ts'
import { type Lens, lensHere } from '../../lens.ts'
import type { BadgedPage, Place } from '../badges/badge-page.ts'
import { type AltTexts, createAltTexts } from './alt-texts.ts'

function start(lens: Lens): void {
  let described: { page: BadgedPage; texts: AltTexts; end: AbortController } | undefined

  function textsOf(page: BadgedPage | undefined): AltTexts | undefined {
    const wanted = page?.choices().altTexts ? page : undefined
    if (described?.page !== wanted) {
      described?.end.abort()
      const end = new AbortController()
      described = wanted && { page: wanted, end, texts: createAltTexts(AbortSignal.any([wanted.signal, end.signal])) }
    }
    return described?.texts
  }

  lens.onPlace = (place, isGone) => {
    const { element, kind } = place.picture
    const page = lens.page()
    const texts = textsOf(page)
    if (!texts || !page || !(element instanceof HTMLImageElement)) return
    const words = isGone || kind !== 'img' ? undefined : wordsOf(place, page)
    if (words) texts.give(element, words)
    else texts.takeBack(element)
  }
  for (const place of lens.page()?.places() ?? []) lens.onPlace(place, false)
}

/** An image has a text for those who do not see it, whether a badge of its class is wanted or not. */
function wordsOf({ question: { answer } }: Place, page: BadgedPage): string | undefined {
  const isSure = answer && isAnswered(answer) && isBadged(answer.prediction, { ...page.choices(), classes: garments })
  return isSure ? className(answer.prediction.garment) : undefined
}

const lens = lensHere()
if (lens && !lens.onPlace) start(lens)
