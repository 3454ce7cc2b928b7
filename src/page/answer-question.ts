import { type Answer, type Failure, isAnswered } from '../messages.ts'
import type { HostPort } from '../platform/host-port.ts'
import { createCard } from './card.ts'
import { cardSeat } from './card-seat.ts'
import { cutFromScreen } from './cut-from-screen.ts'
import { locateImage, pictureOf } from './find/locate.ts'
import type { Picture } from './find/picture.ts'
import { heatOver } from './heat-layer.ts'
import type { Overlay } from './overlay.ts'
import { readHere } from './read-here.ts'
import { sightingOf } from './sighting.ts'

/** One question at a time: a new one closes the answer to the last. */
let open: AbortController | undefined

/** Answers a right click, at the image: first that it is looked at, then what it is or why that cannot be said. */
export async function answerQuestion(srcUrl: string, port: HostPort, overlay: Overlay): Promise<void> {
  const image = locateImage(srcUrl)
  const picture = pictureOf(image)
  open?.abort()
  const closed = new AbortController()
  open = closed
  const card = createCard(closed)
  const target = image ?? document.documentElement
  const placed = overlay.place(target, card.element, { seat: cardSeat, onGone: () => closed.abort() })
  closed.signal.addEventListener('abort', () => placed.remove())
  const failed: Failure = { failure: 'unreachable' }
  const answer = await ask(srcUrl, picture, port, overlay, closed.signal).catch(() => failed)
  const map = isAnswered(answer) && answer.activation
  const canShowHeat = map && image instanceof HTMLImageElement && image.currentSrc === srcUrl
  card.show(answer, canShowHeat ? heatOver(image, map, overlay) : undefined)
}

/**
 * The host's answer; else what this page can read; else what the screen shows. Ends where the card is closed.
 * @param picture the page's own, where it is shown
 */
async function ask(
  srcUrl: string,
  picture: Picture | undefined,
  port: HostPort,
  overlay: Overlay,
  closed: AbortSignal,
): Promise<Answer> {
  const askHost = (source: { url: string } | { bytes: Blob }) => {
    const request = port.ask(source, 'asked', sightingOf(srcUrl, 'asked'))
    closed.addEventListener('abort', () => request.cancel())
    return request.answer
  }
  const answer = await askHost({ url: srcUrl })
  if (!('failure' in answer) || !isWorthAnotherWay(answer, picture)) return answer
  const here = await readHere(srcUrl, picture?.drawable, closed)
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
  if (failure === 'unreachable' || failure === 'refused' || failure === 'drawing') return true
  return picture !== undefined && (failure === 'not_a_picture' || failure === 'empty' || failure === 'timed_out')
}
