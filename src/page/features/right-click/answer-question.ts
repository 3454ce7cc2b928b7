import { type Answer, isAnswered } from '../../../apparel/answer.ts'
import type { Failure } from '../../../apparel/failure.ts'
import { onAbort } from '../../../async/on-abort.ts'
import { text } from '../../../i18n/text.ts'
import { cutFromScreen } from '../../core/answers/crop-from-screen.ts'
import { provenanceOf } from '../../core/answers/provenance.ts'
import { readHere } from '../../core/answers/read-in-page.ts'
import { locateImage, pictureOf } from '../../core/find/image-by-url.ts'
import type { Picture } from '../../core/find/picture.ts'
import { cardSeat } from '../../core/overlay/card-anchor.ts'
import type { Lens } from '../../lens.ts'
import { type Card, createCard } from './card.ts'
import { heatOver } from './heat-layer.ts'

/** One question at a time: a new one closes the answer to the last. */
let open: AbortController | undefined

/** Answers a right click on what the browser takes for an image. */
export async function answerImage(srcUrl: string, lens: Lens): Promise<void> {
  const image = locateImage(srcUrl, lens.pointed().elements)
  await answerAt(image, srcUrl, pictureOf(image), lens)
}

/** Answers a right click on any other picture, or says that there is none. */
export async function answerHere(lens: Lens): Promise<void> {
  const { picture } = lens.pointed()
  if (picture) await answerAt(picture.element, picture.url, picture, lens)
  else openCard(undefined, lens).card.say(text('answer_no_picture'))
}

/** Says, at the image, first that it is looked at, then what it is or why that cannot be said. */
async function answerAt(
  image: Element | undefined,
  url: string,
  picture: Picture | undefined,
  lens: Lens,
): Promise<void> {
  const { card, closed } = openCard(image, lens)
  const failed: Failure = { failure: 'unreachable' }
  const answer = await ask(url, picture, lens, closed).catch(() => failed)
  const map = isAnswered(answer) && answer.activation
  const canShowHeat = map && image instanceof HTMLImageElement && image.currentSrc === url
  card.show(answer, canShowHeat ? heatOver(image, map, lens.overlay) : undefined)
  // It has grown: what it says now may have no room where it said that it looks.
  lens.overlay.settle()
}

/** @param target left out where there is nothing on the page to lay it at */
function openCard(target: Element | undefined, { overlay, spend }: Lens): { card: Card; closed: AbortSignal } {
  open?.abort()
  const closed = new AbortController()
  open = closed
  const card = createCard(closed, spend)
  const options = { seat: cardSeat, onGone: () => closed.abort() }
  const placed = overlay.place(target ?? document.documentElement, card.element, options)
  onAbort(closed.signal, () => placed.remove())
  return { card, closed: closed.signal }
}

/**
 * The host's answer; else what this page can read; else what the screen shows. Ends where the card is closed.
 * @param url '' where it has none
 * @param picture the page's own, where it is shown
 */
async function ask(
  url: string,
  picture: Picture | undefined,
  { port, overlay }: Lens,
  closed: AbortSignal,
): Promise<Answer> {
  const askHost = (source: { url: string } | { bytes: Blob }) => {
    const request = port.ask(source, 'asked', provenanceOf(url, 'asked'))
    closed.addEventListener('abort', () => request.cancel())
    return request.answer
  }
  const answer: Answer = url ? await askHost({ url }) : { failure: 'tainted' }
  if (!('failure' in answer) || !isWorthAnotherWay(answer, picture)) return answer
  const here = await readHere(url, picture?.drawable, closed)
  closed.throwIfAborted()
  if (here instanceof Blob) {
    const second = await askHost({ bytes: here })
    if (!('failure' in second)) return second
  }
  const cut = picture && (await cutFromScreen(picture.element, overlay))
  closed.throwIfAborted()
  if (cut) return withoutMap(await askHost({ bytes: cut }))
  return here && !(here instanceof Blob) ? here : answer
}

/** The map of a cut tells nothing of where the whole picture speaks. */
function withoutMap(answer: Answer): Answer {
  if (!isAnswered(answer)) return answer
  const { activation: _, ...rest } = answer
  return rest
}

/** What the page shows cannot be damaged or missing, whatever the host was sent instead. */
function isWorthAnotherWay({ failure }: Failure, picture: Picture | undefined): boolean {
  if (['unreachable', 'refused', 'tainted', 'drawing'].includes(failure)) return true
  return picture !== undefined && (failure === 'not_a_picture' || failure === 'empty' || failure === 'timed_out')
}
