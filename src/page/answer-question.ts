import type { Answer, Failure } from '../messages.ts'
import type { HostPort } from '../platform/host-port.ts'
import { sightingOf } from './badge-page.ts'
import { createCard } from './card.ts'
import { cutFromScreen } from './cut-from-screen.ts'
import { locateImage, type PageImage } from './find-images.ts'
import type { Overlay } from './overlay.ts'
import { readHere } from './read-here.ts'

/** One question at a time: a new one closes the answer to the last. */
let open: AbortController | undefined

/** Answers a right click, at the image: first that it is looked at, then what it is or why that cannot be said. */
export async function answerQuestion(srcUrl: string, port: HostPort, overlay: Overlay): Promise<void> {
  const image = locateImage(srcUrl)
  open?.abort()
  const closed = new AbortController()
  open = closed
  const card = createCard(closed)
  const placed = overlay.place(image ?? document.documentElement, card.element, { onGone: () => closed.abort() })
  closed.signal.addEventListener('abort', () => placed.remove())
  const answer = await ask(srcUrl, image, port, overlay, closed.signal)
  card.show(answer)
}

async function ask(
  srcUrl: string,
  image: PageImage | undefined,
  port: HostPort,
  overlay: Overlay,
  signal: AbortSignal,
): Promise<Answer> {
  const sighting = sightingOf(srcUrl, 'asked')
  const first = port.ask({ url: srcUrl }, 'asked', sighting)
  signal.addEventListener('abort', () => first.cancel())
  const answer = await first.answer
  if (!('failure' in answer) || !image || !['unreachable', 'refused'].includes(answer.failure)) return answer
  const here = await readHere(image, srcUrl, signal)
  const bytes = here instanceof Blob ? here : isShown(image) && (await cutFromScreen(image, overlay))
  return bytes ? port.ask({ bytes }, 'asked', sighting).answer : ((here as Failure | undefined) ?? answer)
}

/** A cut of a broken image would show its icon, not a picture. */
function isShown(image: PageImage): boolean {
  return image.complete && image.naturalWidth > 0
}
