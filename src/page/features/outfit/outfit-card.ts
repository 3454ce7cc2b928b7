import { onAbort } from '../../../async/on-abort.ts'
import { failureText } from '../../../i18n/failure-text.ts'
import { text } from '../../../i18n/text.ts'
import type { Subject } from '../../core/answers/answers.ts'
import { isFailure } from '../../core/answers/fallbacks.ts'
import { type OpenCard, openCard } from '../../core/card/open-card.ts'
import { createElement } from '../../core/dom/create-element.ts'
import { findWorn, type Worn } from '../../core/garments/find-worn.ts'
import type { GarmentList } from '../../core/garments/garment-list.ts'
import { handleListKeys } from '../../core/garments/list-keys.ts'
import { showWorn } from '../../core/garments/show-worn.ts'
import { describeAnswer } from '../../core/overlay/describe-answer.ts'
import type { PageCore } from '../../core/page-core.ts'
import { cropFromScreen } from '../../core/screen/crop-from-screen.ts'
import { focusSoon } from '../../core/teaching/focus-soon.ts'

/** Says that there is no picture where the user has asked. */
export function sayNoPicture(core: PageCore): void {
  openCard(core, undefined).status.replaceChildren(createElement('span', 'reason', text('answer_no_picture')))
}

/**
 * Opens a card that lists each garment in a picture, and marks them on it. If there is none, the card says so and gives the
 * answer about the picture as a whole.
 * @param image what shows the picture; undefined if nothing on the page does
 */
export async function showOutfit(core: PageCore, image: Element | undefined, subject: Subject): Promise<void> {
  const { overlay } = core
  const card = openCard(core, image)
  const { closed, status } = card
  const list = takeKeys(card)
  const found = await findWorn(core, subject, closed)
  if (!found || closed.aborted) return
  if (isFailure(found)) status.replaceChildren(createElement('span', 'reason', failureText(found)))
  else if (found.garments.length === 0) await giveMainAnswer(core, subject, card)
  else list(showList(core, image, found, card))
  overlay.followMotion()
}

function showList(
  { overlay }: PageCore,
  element: Element | undefined,
  { garments, measure }: Worn,
  { element: card, status, closed }: OpenCard,
): GarmentList {
  const list = showWorn(overlay, { element, measure, garments }, closed)
  status.replaceChildren(createElement('b', '', text('worn_title')))
  card.append(list.element)
  return list
}

async function giveMainAnswer(core: PageCore, { url, picture }: Subject, { status, closed }: OpenCard): Promise<void> {
  const crop = picture && (async () => (await cropFromScreen(picture.element, core.overlay))?.pixels)
  const answer = await core.answers.ask({ url, picture, ...(crop && { crop }) }, 'asked', closed).answer
  if (!answer || closed.aborted) return
  const none = createElement('div', 'reason', text('worn_none'))
  status.replaceChildren(none, ...(isFailure(answer) ? [] : describeAnswer(answer)))
}

/**
 * Gives a card the focus, whose arrow keys then step through the garments, and returns the focus when it closes.
 * @returns a function to call with the list
 */
function takeKeys({ element, close, closed }: OpenCard): (list: GarmentList) => void {
  // In the overlay if the user has pressed a badge.
  const before = (element.getRootNode() as ShadowRoot).activeElement ?? document.activeElement
  let list: GarmentList | undefined
  element.tabIndex = -1
  handleListKeys(element, () => list, close, closed)
  onAbort(closed, () => {
    // Whoever has moved the focus elsewhere keeps it there.
    const isLost = !document.activeElement || document.activeElement === document.body
    if (isLost && before instanceof HTMLElement) focusSoon(before)
  })
  focusSoon(element)
  return shown => {
    list = shown
  }
}
