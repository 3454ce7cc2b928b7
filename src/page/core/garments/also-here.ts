import type { Prediction } from '../../../apparel/prediction.ts'
import type { NamedGarment } from '../../../garments/picture-garments.ts'
import { failureText } from '../../../i18n/failure-text.ts'
import { text } from '../../../i18n/text.ts'
import type { Subject } from '../answers/answers.ts'
import { isFailure } from '../answers/fallbacks.ts'
import type { OpenCard } from '../card/open-card.ts'
import { createElement } from '../dom/create-element.ts'
import type { Overlay } from '../overlay/overlay.ts'
import { createButton } from '../teaching/button.ts'
import type { SearchCore } from './find-garments.ts'
import { findWorn } from './find-worn.ts'
import { handleListKeys } from './list-keys.ts'
import { mainOf } from './main-garment.ts'
import type { PictureMeter } from './picture-meter.ts'
import { showWorn } from './show-worn.ts'

/**
 * The part of a card that finds what else its picture shows. It looks once the user asks.
 * @param prediction the card's answer, which the list leaves out
 * @param card ends the search and removes the marks when it closes
 */
export function createAlsoHere(
  core: SearchCore & { overlay: Overlay },
  subject: Subject,
  prediction: Prediction,
  { close, closed }: Pick<OpenCard, 'close' | 'closed'>,
): HTMLElement {
  const part = createElement('div', 'teach also')
  const status = createElement('span')
  status.setAttribute('role', 'status')
  // Beside none of the ten there is no other.
  const isOther = prediction.verdict !== 'none'
  const ask = createButton('', isOther ? `${text('worn_also')} …` : text('menu_worn'), () => void find())
  part.append(ask, status)

  async function find(): Promise<void> {
    ask.remove()
    say(text('answer_looking'))
    const found = await findWorn(core, subject, closed)
    if (!found || closed.aborted) return
    if (isFailure(found)) say(failureText(found))
    else show(found.garments, found.measure)
  }

  function show(garments: readonly NamedGarment[], measure: PictureMeter): void {
    const main = mainOf(garments, prediction)
    const listed = garments.map((_, i) => i).filter(i => i !== main)
    const none = isOther ? 'worn_no_more' : 'worn_none'
    const some = isOther ? 'worn_also' : 'worn_title'
    say(text(listed.length > 0 ? some : none))
    if (listed.length === 0) return
    const element = subject.picture?.element ?? (subject.place && document.documentElement)
    const list = showWorn(core.overlay, { element, measure, garments, listed }, closed)
    part.append(list.element)
    handleListKeys(list.element, () => list, close, closed)
    core.overlay.followMotion()
    list.goTo('first')
  }

  function say(words: string): void {
    status.dataset.text = words
    core.overlay.followMotion()
  }
  return part
}
